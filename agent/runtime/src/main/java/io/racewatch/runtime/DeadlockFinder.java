package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds threads that wait for each other: a cycle over "wants a lock that is owned by" and "waits
 * for the end of", platform and virtual threads alike. The fields of other threads are read without
 * order, so a cycle counts only when it is there, unchanged, in two looks that follow one another,
 * and only when the JVM says that its threads wait.
 */
final class DeadlockFinder {
  private static final int LONGEST = 64;

  private final MonitorWaits monitors;
  private List<Waiting> suspects = List.of();
  private final List<ThreadState> reported = new ArrayList<>();

  DeadlockFinder(JvmWaits jvm) {
    monitors = new MonitorWaits(jvm);
  }

  /** A thread and what it waits for: a lock, or the end of a thread. */
  record Waiting(ThreadState thread, LockClock lock, Thread joins) {
    static Waiting of(ThreadState t) {
      return new Waiting(t, t.wants(), t.joins());
    }

    /** Who could end the waiting, or null. */
    ThreadState next() {
      if (lock != null) {
        return lock.owner();
      }
      return joins == null ? null : Threads.of(joins);
    }
  }

  /** One look; true when a deadlock was written that was not known before. */
  boolean look() {
    List<Waiting> cycle = cycle();
    boolean stable = !cycle.isEmpty() && cycle.equals(suspects);
    suspects = cycle;
    if (!stable) {
      return false;
    }
    for (Waiting w : cycle) {
      reported.add(w.thread);
    }
    DeadlockReport.write(cycle);
    return true;
  }

  private List<Waiting> cycle() {
    List<Waiting> hooked = hookedCycle();
    return hooked.isEmpty() ? known(monitors.look()) : hooked;
  }

  private List<Waiting> known(List<Waiting> cycle) {
    return cycle.isEmpty() || reported.contains(cycle.get(0).thread) ? List.of() : cycle;
  }

  private List<Waiting> hookedCycle() {
    for (ThreadState start : Roll.states()) {
      if ((start.wants() != null || start.joins() != null) && !reported.contains(start)) {
        List<Waiting> path = path(start);
        if (!path.isEmpty()) {
          return path;
        }
      }
    }
    return List.of();
  }

  /** The cycle through a thread; empty if there is none. */
  private static List<Waiting> path(ThreadState start) {
    List<Waiting> path = new ArrayList<>();
    ThreadState t = start;
    while (t != null && path.size() < LONGEST) {
      Waiting waiting = Waiting.of(t);
      if (!Blocking.isReal(t, waiting.lock)) {
        return List.of();
      }
      path.add(waiting);
      t = waiting.next();
      if (t == start) {
        return path.size() > 1 ? path : List.of();
      }
    }
    return List.of();
  }
}
