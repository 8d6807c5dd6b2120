package io.racewatch.runtime;

import io.racewatch.runtime.clock.SlotTable;
import io.racewatch.runtime.log.EdgeBuffer;
import java.lang.ref.WeakReference;
import java.util.Arrays;

/** The threads of the program: where their states stand, how they start and end. */
final class Threads {
  static final SlotTable SLOTS =
      new SlotTable(Integer.getInteger("racewatch.internal.lastClock", Integer.MAX_VALUE));

  private static final String LAST = "DestroyJavaVM";
  private static final Object LOCK = new Object();
  private static final StateTable TABLE = Internals.STATE_FIELD < 0 ? new StateTable() : null;
  private static final Class<?> VIRTUAL = virtualClass();
  private static int lastUid;
  private static Ref[] all = new Ref[64];
  private static int count;

  private Threads() {}

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

  /** A thread that started without being seen: by the JVM, or before the agent. */
  static ThreadState adopt(Thread thread) {
    ThreadState state = new ThreadState(new ThreadInfo(nextUid(), thread, 0, null));
    if (thread.getName().equals(LAST)) {
      afterAllOthers(state);
    }
    return plant(thread, state);
  }

  /**
   * The JVM's own thread for the end of the program begins when no user thread is left: what they
   * did comes before the shutdown hooks that it starts.
   */
  private static void afterAllOthers(ThreadState last) {
    for (ThreadState other : states()) {
      Thread thread = other.info.thread();
      if (thread == null || !thread.isAlive()) {
        other.endedFor(last, true, 0);
      }
    }
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
    child.learn(
        parent.vector.share(),
        false,
        parent.slot,
        parent.clock,
        io.racewatch.format.EdgeKind.START,
        null,
        0);
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
    synchronized (LOCK) {
      if (count == all.length) {
        sweep();
      }
      all[count++] = new Ref(state);
    }
    return state;
  }

  private static void sweep() {
    int live = 0;
    for (int i = 0; i < count; i++) {
      if (all[i].refersTo(null)) {
        all[i].flush();
      } else {
        all[live++] = all[i];
      }
    }
    Arrays.fill(all, live, count, null);
    count = live;
    if (count == all.length || live > all.length / 2) {
      all = Arrays.copyOf(all, all.length * 2);
    }
  }

  private static int nextUid() {
    synchronized (LOCK) {
      return ++lastUid;
    }
  }

  /** Has the run file know a thread before an entry names it. */
  static void tell(ThreadInfo info) {
    synchronized (LOCK) {
      if (info.told) {
        return;
      }
      info.told = true;
    }
    Sides.tell(info);
  }

  /** Brings to the run file what threads, dead ones too, have not yet given to it. */
  static void flush() {
    synchronized (LOCK) {
      sweep();
      for (int i = 0; i < count; i++) {
        all[i].flush();
      }
    }
  }

  /** The states of all threads that may still live. */
  static ThreadState[] states() {
    synchronized (LOCK) {
      ThreadState[] states = new ThreadState[count];
      int n = 0;
      for (int i = 0; i < count; i++) {
        ThreadState s = all[i].get();
        if (s != null) {
          states[n++] = s;
        }
      }
      return Arrays.copyOf(states, n);
    }
  }

  static boolean isVirtual(Thread thread) {
    return VIRTUAL != null && VIRTUAL.isInstance(thread);
  }

  /** {@code Thread.getId()}, which a subclass can override on old JDKs, without calling it. */
  static long id(Thread thread) {
    return Internals.TID_FIELD < 0 ? 0 : Internals.U.getLong(thread, Internals.TID_FIELD);
  }

  private static Class<?> virtualClass() {
    try {
      return Class.forName("java.lang.BaseVirtualThread", false, null);
    } catch (ClassNotFoundException before21) {
      return null;
    }
  }

  /** A thread's state, weakly, and what it has not yet given to the run file. */
  private static final class Ref extends WeakReference<ThreadState> {
    private final EdgeBuffer edges;
    private final LockOrderLog lockOrder;
    private final ThreadInfo info;

    Ref(ThreadState state) {
      super(state);
      info = state.info;
      edges = state.edges;
      lockOrder = state.lockOrder;
    }

    void flush() {
      if (!info.virtual) {
        tell(info); // explanations name the threads that an order leads through
      }
      lockOrder.flush();
      if (edges != null) {
        edges.flush();
      }
    }
  }
}
