package io.racewatch.runtime;

import io.racewatch.runtime.clock.SlotTable;
import io.racewatch.runtime.table.Spin;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of the program: where their states stand, how they start and end. */
final class Threads {
  static final SlotTable SLOTS =
      new SlotTable(
          Integer.getInteger("racewatch.internal.lastClock", Integer.MAX_VALUE), new Ended());

  static final String LAST = "DestroyJavaVM";
  private static final StateTable TABLE = Internals.STATE_FIELD < 0 ? new StateTable() : null;
  private static final AtomicInteger LAST_UID = new AtomicInteger();

  /** Stands for a thread whose state cannot be made; no hook does anything with it. */
  static final ThreadState UNKNOWN = unknown();

  private Threads() {}

  private static final class Ended implements SlotTable.Ends {
    @Override
    public boolean hasEnded(Object owner) {
      Thread thread = ((ThreadInfo) owner).thread();
      return thread == null || Threads.hasEnded(thread);
    }
  }

  /** What stands in the thread's field: its state, or something of the JDK's. */
  static Object planted(Thread thread) {
    return Internals.STATE_FIELD < 0
        ? TABLE.state(thread)
        : Internals.U.getReference(thread, Internals.STATE_FIELD);
  }

  /** The state of a thread that may not have one. */
  static ThreadState of(Thread thread) {
    return planted(thread) instanceof ThreadState s ? s : null;
  }

  /** Nothing that this thread of ours does is the program's. */
  static void leaveAlone(Thread ours) {
    ThreadState state = new ThreadState(new ThreadInfo(nextUid(), ours, 0, null));
    state.inside = 1;
    plant(ours, state);
  }

  /** A thread that started without being seen: by the JVM, or before the agent. Never throws. */
  static ThreadState adopt(Thread thread) {
    try {
      ThreadState state = new ThreadState(new ThreadInfo(nextUid(), thread, 0, null));
      if (!state.info.carries) {
        state.settle();
      }
      if (thread.getName().equals(LAST)) {
        afterAllOthers(state);
      }
      return plant(thread, state);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("thread", broken);
    }
    return UNKNOWN;
  }

  private static ThreadState unknown() {
    Thread any = Thread.currentThread();
    ThreadState state = new ThreadState(new ThreadInfo(nextUid(), any, 0, null));
    state.inside = 1;
    return state;
  }

  /**
   * The JVM's own thread for the end of the program begins when no user thread is left: what they
   * did comes before the shutdown hooks that it starts.
   */
  private static void afterAllOthers(ThreadState last) {
    for (ThreadState other : Roll.states()) {
      Thread thread = other.info.thread();
      if (thread == null || hasEnded(thread)) {
        other.endedFor(last, true, 0);
      }
    }
  }

  /**
   * Whether a thread has ended. One that was not started yet is not alive either; only one that has
   * ended has no group (javadoc of getThreadGroup).
   */
  static boolean hasEnded(Thread thread) {
    return !thread.isAlive() && thread.getThreadGroup() == null;
  }

  /**
   * The parent is about to start a thread. The child's state carries the parent's clock; the start
   * itself makes it visible (JLS 17.4.4). A second call for the same thread changes nothing.
   */
  static void fork(Thread thread, ThreadState parent) {
    if (of(thread) != null) {
      return;
    }
    Throwable started = Traces.atStart(isVirtual(thread));
    ThreadState child =
        new ThreadState(new ThreadInfo(nextUid(), thread, parent.info.uid, started));
    parent.settle();
    child.startedBy(parent);
    if (TraceLog.ON) {
      TraceLog.fork(parent, child.info, 0);
    }
    parent.tick();
    Posts.consume(thread, child, 0); // a shutdown hook was handed over when it was added
    plant(thread, child);
  }

  private static ThreadState plant(Thread thread, ThreadState state) {
    if (Internals.STATE_FIELD < 0) {
      TABLE.plant(thread, state);
    } else {
      Internals.U.putReferenceRelease(thread, Internals.STATE_FIELD, state);
    }
    Roll.add(state);
    return state;
  }

  private static int nextUid() {
    return LAST_UID.incrementAndGet();
  }

  /** Has the run file know a thread before an entry names it. */
  static void tell(ThreadInfo info) {
    synchronized (info) {
      if (!info.told) {
        Sides.tell(info);
        info.told = true;
      }
    }
  }

  static boolean isVirtual(Thread thread) {
    return Spin.isVirtual(thread);
  }

  /** {@code Thread.getId()}, which a subclass can override on old JDKs, without calling it. */
  static long id(Thread thread) {
    return Internals.TID_FIELD < 0 ? 0 : Internals.U.getLong(thread, Internals.TID_FIELD);
  }
}
