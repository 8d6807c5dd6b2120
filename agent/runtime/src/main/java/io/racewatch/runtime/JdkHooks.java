package io.racewatch.runtime;

import io.racewatch.runtime.log.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;

/**
 * Called from bodies of JDK classes that were retransformed. They find the thread's state
 * themselves; each ignores a null subject and a thread that is already inside a hook.
 */
public final class JdkHooks {
  private JdkHooks() {}

  /** What came before is seen by whoever consumes the subject. */
  public static void publish(Object subject) {
    if (subject != null && Recorder.on()) {
      ThreadState t = ThreadState.current();
      SyncHooks.publish(subject, t, 0);
      if (subject instanceof ForkJoinTask) {
        WaitHooks.completes(subject, t);
      }
    }
  }

  /** The thread sees all that came before the subject was published. */
  public static void consume(Object subject) {
    if (subject != null && Recorder.on()) {
      SyncHooks.consume(subject, ThreadState.current(), 0);
    }
  }

  /** The thread is told, by this message, that a class could not be initialised before. */
  public static void initialized(Object message) {
    String begins = "Could not initialize class ";
    if (message instanceof String text && text.startsWith(begins) && Recorder.on()) {
      ThreadState t = ThreadState.current();
      if (t.inside != 0) {
        return;
      }
      try {
        InitClock.takeFailed(text.substring(begins.length()), t);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("class initialisation", broken);
      }
    }
  }

  /** Consumes each element of an array. */
  public static void consumeAll(Object subjects) {
    if (subjects instanceof Object[] all && Recorder.on()) {
      ThreadState t = ThreadState.current();
      for (Object each : all) {
        SyncHooks.consume(each, t, 0);
      }
    }
  }

  /** Publishes the subject to who gets it out of the container. */
  public static void publishIn(Object subject, Object container) {
    if (subject != null && Recorder.on()) {
      ElementHooks.publishIn(subject, container, ThreadState.current(), 0);
    }
  }

  /** Publishes it so if it happened. */
  public static void publishInIf(boolean happened, Object subject, Object container) {
    if (happened) {
      publishIn(subject, container);
    }
  }

  /** The subject came out of the container. */
  public static void consumeIn(Object subject, Object container) {
    if (subject != null && Recorder.on()) {
      ElementHooks.consumeIn(subject, container, ThreadState.current(), 0);
    }
  }

  /** It came out of it if that happened. */
  public static void consumeInIf(boolean happened, Object subject, Object container) {
    if (happened) {
      consumeIn(subject, container);
    }
  }

  /** Each element of an array came out of the container. */
  public static void consumeAllIn(Object subjects, Object container) {
    if (subjects instanceof Object[] all && Recorder.on()) {
      ThreadState t = ThreadState.current();
      for (Object each : all) {
        ElementHooks.consumeIn(each, container, t, 0);
      }
    }
  }

  /** Consumes if it happened. */
  public static void consumeIf(boolean happened, Object subject) {
    if (happened) {
      consume(subject);
    }
  }

  /**
   * Publishes if it happened. Only where nobody can consume the subject before the thread goes on
   * to hand it over.
   */
  public static void publishIf(boolean happened, Object subject) {
    if (happened) {
      publish(subject);
    }
  }

  /** The thread makes the subject complete, and so publishes it, unless that was done before. */
  public static void publishUnless(boolean already, Object subject) {
    if (already && subject instanceof CompletableFuture && Recorder.on()) {
      WaitHooks.contested(subject, ThreadState.current());
    } else if (!already) {
      publish(subject);
      // Not in publish(): who puts a future into a queue publishes it too, and ends no wait for it.
      if (subject instanceof Future && !(subject instanceof ForkJoinTask) && Recorder.on()) {
        WaitHooks.completes(subject, ThreadState.current());
      }
    }
  }

  /** The first of several results will complete this one, whichever that is. */
  public static void firstOf(Object future) {
    if (future != null && Recorder.on()) {
      ThreadState t = ThreadState.current();
      if (t.inside == 0) {
        Posts.entry(future, t, 0).contested = true;
      }
    }
  }

  /** A method of the JDK entered a monitor that the program can enter too. */
  public static void entered(Object monitor) {
    if (monitor != null && Recorder.on()) {
      ThreadState t = ThreadState.current();
      if (t.inside == 0) {
        LockHooks.order(monitor, false, t);
      }
    }
  }

  /** It is about to leave it. */
  public static void leaving(Object monitor) {
    if (monitor != null && Recorder.on()) {
      ThreadState t = ThreadState.current();
      if (t.inside == 0) {
        LockHooks.order(monitor, true, t);
      }
    }
  }

  /** A process is about to be started: a JVM in it belongs to this session. */
  public static void child(Object builder) {
    if (builder instanceof ProcessBuilder process && Recorder.on()) {
      try {
        process.environment().putIfAbsent(Session.VARIABLE, Recorder.session());
      } catch (RuntimeException | OutOfMemoryError notAllowed) {
        return; // the child will be a session of its own
      }
    }
  }

  /** {@code Runtime.halt} was called: the run file is all that stays. */
  public static void halting(Object runtime) {
    if (Recorder.on()) {
      Recorder.end("halted", Exit.millis());
    }
  }

  /** A thread is about to be started by the current one. */
  public static void fork(Thread thread) {
    if (thread == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside != 0) {
      return;
    }
    t.inside++;
    try {
      Threads.fork(thread, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("thread start", broken);
    } finally {
      t.inside--;
    }
  }

  /** A lock was made. */
  public static void made(Object lock) {
    if (lock == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside != 0) {
      return;
    }
    t.inside++;
    try {
      LockBirths.made(lock, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("new lock", broken);
    } finally {
      t.inside--;
    }
  }

  /** A pool is about to take a task; the next {@link #submit} of this thread tells which. */
  public static void pooled(Object pool) {
    if (pool != null && Recorder.on()) {
      ThreadState t = ThreadState.current();
      if (t.inside == 0) {
        t.pool = pool;
      }
    }
  }

  /** A task was handed over: publishes, and keeps the stack of the hand-over. */
  public static void submit(Object task) {
    if (task == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside != 0) {
      return;
    }
    try {
      Tasks.submitted(task, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("submit", broken);
    }
  }

  /** The task starts on this thread: consumes, and its submission stack becomes current. */
  public static void taskBegin(Object task) {
    if (task == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside != 0) {
      return;
    }
    try {
      Tasks.begin(task, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("task", broken);
    }
  }

  /** The task ended on this thread, normally or not. */
  public static void taskEnd(Object task) {
    if (task == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside == 0 && t.task != null) {
      StampHooks.end(0, t);
      TaskOrigin ended = t.task;
      t.task = ended.outer;
      try {
        if (ended.outer != null) {
          ended.outer.needs.addAll(ended.needs);
        }
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      }
    }
  }

  /** An update by a function goes another round: what it will be given was read just now. */
  public static void round(Object variable) {
    if (variable == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside != 0 || t.pending == null) {
      return;
    }
    try {
      t.pending.clock.acquire(t, 0, null);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("update", broken);
    }
  }

  /** The finalizer of an object is about to run. */
  public static void finalizing(Object object) {
    if (object == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside != 0) {
      return;
    }
    try {
      Finalizers.run(object, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("finalizer", broken);
    }
  }

  /** Serialisation read the fields of an object. */
  public static void fieldsRead(Object object) {
    Serialized.fields(object, false);
  }

  /** Deserialisation wrote the fields of an object. */
  public static void fieldsWritten(Object object) {
    Serialized.fields(object, true);
  }

  /** Serialisation read an array. */
  public static void arrayRead(Object array) {
    Serialized.array(array);
  }
}
