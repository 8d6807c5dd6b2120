package io.racewatch.model.catalog;

/**
 * What a method does to the order of threads. Each effect has one method, or one pair of methods
 * before and after, among the hooks of the runtime.
 */
public enum Effect {
  /** Is about to take a lock, and may block. */
  REQUEST(Modes.LOCK),
  /** Has taken a lock. */
  ACQUIRE(Modes.LOCK),
  /** Gives a lock back; takes effect before it. */
  RELEASE(Modes.LOCK),
  /** Waits on a monitor: gives it back, takes it again. */
  WAIT(Modes.NONE),
  /** Has made a condition (the result) of a lock (the subject). */
  CONDITION_MADE(Modes.NONE),
  /** Waits on a condition: gives its lock back, takes it again. */
  AWAIT(Modes.NONE),
  /** What this thread did so far is seen by whoever consumes the subject later. */
  PUBLISH(Modes.NONE),
  /** The same for each element of an array (the subject). */
  PUBLISH_ALL(Modes.NONE),
  /** Sees what was done before the subject was published. */
  CONSUME(Modes.NONE),
  /** The same for each element of an array (the subject). Only in bodies. */
  CONSUME_ALL(Modes.NONE),
  /**
   * The class (the subject) is initialised now. In a body: its name is in the message (the subject)
   * that says why it cannot be used.
   */
  INITIALIZED(Modes.NONE),
  /** Uses an object (the subject) for the last time; what cleans up after it comes later. */
  REACHABLE(Modes.NONE),
  /** Is about to run the finalizer of an object (the subject). Only in bodies. */
  FINALIZING(Modes.NONE),
  /** Starts a thread. */
  FORK(Modes.NONE),
  /** Is about to wait, without a limit, for the end of a thread. */
  JOINING(Modes.NONE),
  /** Has looked whether a thread ended; the edge exists only if it did. */
  JOINED(Modes.NONE),
  /** Interrupts a thread. */
  INTERRUPT(Modes.NONE),
  /** Has seen that a thread was interrupted. */
  INTERRUPTED(Modes.NONE),
  /** A variable that is the receiver itself. */
  ATOMIC(Modes.VARIABLE),
  /** Element of an atomic array (the receiver); argument 0 is the index. */
  ATOMIC_ELEMENT(Modes.VARIABLE),
  /** A variable named by a VarHandle (the receiver) and its first arguments. */
  HANDLE(Modes.VARIABLE),
  /** A field of argument 0, named by a field updater (the receiver). */
  UPDATER(Modes.VARIABLE),
  /** Memory at base argument 0, offset argument 1. */
  UNSAFE(Modes.VARIABLE),
  /** The field of argument 0 that an object of reflection (the receiver) stands for. */
  FIELD(Modes.VARIABLE),
  /** Calls a method by reflection: does what that method's rows say. */
  INVOKE(Modes.NONE),
  /** A fence: acquire on its far side, release on its near one. */
  FENCE(Modes.VARIABLE),
  /** Reads elements of an array (the subject). */
  ARRAY_READ(Modes.RANGE),
  /** Writes elements of an array (the subject). */
  ARRAY_WRITE(Modes.RANGE),
  /** Reads a library object that is not thread-safe. */
  LIBRARY_READ(Modes.NONE),
  /** Changes a library object that is not thread-safe. */
  LIBRARY_WRITE(Modes.NONE),
  /** Waits for something that another thread must do. */
  AWAITING(Modes.NONE),
  /** Looks whether something is there that others wait for, or changes who must come; no wait. */
  POLL(Modes.NONE),
  /** Does something that others may wait for. */
  SIGNAL(Modes.NONE),
  /** Has made a lock; its maker and its field name it. Only in bodies. */
  MADE(Modes.NONE),
  /** A pool takes the task that is handed over next. Only in bodies. */
  POOLED(Modes.NONE),
  /** Hands a task over; keeps the stack of the hand-over. */
  SUBMIT(Modes.NONE),
  /** This thread starts to run a task. */
  TASK_BEGIN(Modes.NONE),
  /** This thread is done with a task. */
  TASK_END(Modes.NONE),
  /** Reads the fields of an object (the subject) that are serialised. Only in bodies. */
  FIELDS_READ(Modes.NONE),
  /** Writes them. Only in bodies. */
  FIELDS_WRITE(Modes.NONE),
  /** An update by a function goes another round. Only in bodies. */
  ROUND(Modes.NONE),
  /** Is about to start a JVM, or any process. Only in bodies. */
  CHILD(Modes.NONE),
  /** Is about to end this JVM at once. Only in bodies. */
  HALT(Modes.NONE),
  /** Every monitor that the named methods take: entered, left. Only in bodies. */
  MONITOR(Modes.NONE);

  enum Modes {
    NONE,
    LOCK,
    VARIABLE,
    RANGE
  }

  private final Modes modes;

  Effect(Modes modes) {
    this.modes = modes;
  }

  Modes modes() {
    return modes;
  }

  /** Whether there is a hook for it inside bodies of JDK classes. */
  public boolean inBodies() {
    return switch (this) {
      case PUBLISH,
          CONSUME,
          CONSUME_ALL,
          FORK,
          MADE,
          POOLED,
          SUBMIT,
          TASK_BEGIN,
          TASK_END,
          POLL,
          CHILD,
          HALT,
          MONITOR ->
          true;
      case INITIALIZED, FINALIZING, FIELDS_READ, FIELDS_WRITE, ARRAY_READ, ROUND -> true;
      default -> false;
    };
  }
}
