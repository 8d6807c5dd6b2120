package io.racewatch.graph;

import java.util.List;
import java.util.function.BiPredicate;

/** Decides whether a cycle of requests can deadlock at all. Stateless but for its predicate. */
public final class CycleFilter {
  private final BiPredicate<LockRequest, LockRequest> orderedBefore;

  /**
   * A filter.
   *
   * @param orderedBefore whether every time of the first request is over before any of the second,
   *     by edges that a thread waits for
   */
  public CycleFilter(BiPredicate<LockRequest, LockRequest> orderedBefore) {
    this.orderedBefore = orderedBefore;
  }

  /** The reason that rules the cycle out, the cheapest first; null if there is none. */
  public RuledOut reason(List<LockRequest> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (cycle.get(i).thread() == cycle.get(j).thread()) {
          return RuledOut.SAME_THREAD;
        }
      }
    }
    for (int i = 0; i < cycle.size(); i++) {
      LockRequest next = cycle.get((i + 1) % cycle.size());
      if (cycle.get(i).waits() == LockRequest.Waits.NEVER) {
        return RuledOut.NEVER_WAITS;
      }
      if (!cycle.get(i).waitsFor(next)) {
        return RuledOut.SHARED;
      }
    }
    return together(cycle);
  }

  /** All threads must be inside at once, so every pair must be able to overlap. */
  private RuledOut together(List<LockRequest> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (cycle.get(i).gateWith(cycle.get(j)) >= 0) {
          return RuledOut.GATE;
        }
      }
    }
    for (LockRequest a : cycle) {
      for (LockRequest b : cycle) {
        if (a != b && orderedBefore.test(a, b)) {
          return RuledOut.ORDER;
        }
      }
    }
    return null;
  }
}
