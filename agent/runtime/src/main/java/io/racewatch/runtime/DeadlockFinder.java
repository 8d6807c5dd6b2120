package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds threads that wait for each other: by locks of all kinds and modes, the ends of threads,
 * results, and, where no thread of the program moves any more, also by latches, queues and
 * notifications. Platform and virtual threads alike. A ring counts when it is there, unchanged, in
 * two looks that follow one another.
 */
final class DeadlockFinder {
  private final MonitorWaits monitors;
  private final InitWaits inits;
  private final Bystanders bystanders;
  private List<Waiting> suspects = List.of();
  private final List<ThreadState> reported = new ArrayList<>();

  DeadlockFinder(JvmWaits jvm) {
    this(jvm, new Bystanders());
  }

  DeadlockFinder(JvmWaits jvm, Bystanders bystanders) {
    monitors = new MonitorWaits(jvm);
    inits = new InitWaits(jvm);
    this.bystanders = bystanders;
  }

  /** A thread and what it waits for: a lock, or something else that another must do. */
  record Waiting(ThreadState thread, LockClock lock, Object event) {}

  /** One look; true when a deadlock was written that was not known before. */
  boolean look() {
    List<Waiting> ring = ring();
    boolean stable = !ring.isEmpty() && same(ring, suspects);
    suspects = ring;
    if (!stable) {
      return false;
    }
    for (Waiting w : ring) {
      reported.add(w.thread);
    }
    DeadlockReport.write(ring);
    return true;
  }

  /** By identity: {@code equals} of what is waited for is the program's. */
  private static boolean same(List<Waiting> a, List<Waiting> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      Waiting x = a.get(i);
      Waiting y = b.get(i);
      same = x.thread == y.thread && x.lock == y.lock && x.event == y.event;
    }
    return same;
  }

  private List<Waiting> ring() {
    WaitGraph graph = new WaitGraph(Roll.states(), monitors, inits);
    graph.settle(false);
    List<Waiting> known = unknown(graph, graph.dead());
    if (!known.isEmpty()) {
      return known;
    }
    List<ThreadState> behind = new ArrayList<>();
    for (WaitGraph.Node n : graph.behindOpen()) {
      behind.add(n.thread);
    }
    if (behind.isEmpty() || reported.containsAll(behind)) {
      return List.of();
    }
    graph.settle(true);
    return bystanders.canMove(graph) ? List.of() : unknown(graph, behind);
  }

  private List<Waiting> unknown(WaitGraph graph, List<ThreadState> starts) {
    for (ThreadState start : starts) {
      List<WaitGraph.Node> ring = reported.contains(start) ? List.of() : graph.ring(start);
      if (!ring.isEmpty() && !reported.contains(ring.get(0).thread)) {
        return waits(ring);
      }
    }
    return List.of();
  }

  /** From the thread that came first to be known, so that two looks give the same list. */
  private static List<Waiting> waits(List<WaitGraph.Node> ring) {
    int first = 0;
    for (int i = 1; i < ring.size(); i++) {
      first = ring.get(i).thread.info.uid < ring.get(first).thread.info.uid ? i : first;
    }
    List<Waiting> waits = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      WaitGraph.Node n = ring.get((first + i) % ring.size());
      waits.add(new Waiting(n.thread, n.lock, n.event));
    }
    return waits;
  }
}
