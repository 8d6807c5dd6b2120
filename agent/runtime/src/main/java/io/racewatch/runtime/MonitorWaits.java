package io.racewatch.runtime;

import io.racewatch.runtime.DeadlockFinder.Waiting;
import java.util.ArrayList;
import java.util.List;

/**
 * Deadlocks through monitors of synchronized methods: the JVM takes those before any code of the
 * method runs, so no hook sees the thread wait. The JVM is asked, which costs a safepoint, only
 * when a thread was found blocked in two looks that followed one another without a known reason.
 */
final class MonitorWaits {
  private final JvmWaits jvm;
  private List<ThreadState> blocked = List.of();

  MonitorWaits(JvmWaits jvm) {
    this.jvm = jvm;
  }

  /** The cycle of a deadlock; empty if there is none. */
  List<Waiting> look() {
    List<ThreadState> now = blockedNow();
    now.retainAll(blocked);
    boolean suspicious = !now.isEmpty();
    blocked = blockedNow();
    return suspicious ? cycle(jvm.deadlocked()) : List.of();
  }

  private static List<ThreadState> blockedNow() {
    List<ThreadState> now = new ArrayList<>();
    for (ThreadState t : Roll.states()) {
      Thread thread = t.info.virtual || t.wants() != null ? null : t.info.thread();
      if (thread != null && thread.getState() == Thread.State.BLOCKED) {
        now.add(t);
      }
    }
    return now;
  }

  /** The JVM also names threads that wait for the cycle and are no part of it, in any place. */
  private static List<Waiting> cycle(long[] waits) {
    for (int i = 0; i < waits.length; i += 3) {
      List<Waiting> cycle = cycle(waits, waits[i]);
      if (!cycle.isEmpty()) {
        return cycle;
      }
    }
    return List.of();
  }

  private static List<Waiting> cycle(long[] waits, long start) {
    List<Waiting> cycle = new ArrayList<>();
    long next = start;
    for (int turn = 0; turn < waits.length / 3; turn++) {
      int at = indexOf(waits, next);
      ThreadState t = at < 0 ? null : state(waits[at]);
      ThreadState owner = t == null ? null : state(waits[at + 1]);
      LockClock lock = owner == null ? null : wanted(t, owner, (int) waits[at + 2]);
      if (lock == null) {
        return List.of(); // a thread or a lock that woven code has not met
      }
      cycle.add(new Waiting(t, lock, null));
      next = waits[at + 1];
      if (next == start) {
        return cycle;
      }
    }
    return List.of();
  }

  private static int indexOf(long[] waits, long id) {
    for (int i = 0; i < waits.length; i += 3) {
      if (waits[i] == id) {
        return i;
      }
    }
    return -1;
  }

  private static ThreadState state(long id) {
    for (ThreadState t : Roll.states()) {
      if (t.info.id == id) {
        return t;
      }
    }
    return null;
  }

  private static LockClock wanted(ThreadState t, ThreadState owner, int hash) {
    LockClock known = t.wants();
    for (Held h = owner.held; known == null && h != null; h = h.outer) {
      Object lock = h.lock.object();
      known = lock != null && System.identityHashCode(lock) == hash ? h.lock : null;
    }
    return known;
  }
}
