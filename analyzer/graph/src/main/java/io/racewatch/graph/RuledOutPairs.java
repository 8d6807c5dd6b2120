package io.racewatch.graph;

import io.racewatch.graph.LockRequest.Holding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Which pairs of locks were taken in both orders and cannot deadlock all the same, and why. */
public final class RuledOutPairs {
  /** Pairs of requests looked at for one pair of locks. */
  private static final int MOST = 64;

  private RuledOutPairs() {}

  /**
   * The reasons.
   *
   * @param orderedBefore as for {@link LockOrderGraph}
   * @return for (lock held, lock wanted), both ways, the reason of the first pair of requests; left
   *     out where some pair can deadlock
   */
  public static Map<List<Integer>, RuledOut> of(
      List<LockRequest> requests, BiPredicate<LockRequest, LockRequest> orderedBefore) {
    Map<List<Integer>, List<LockRequest>> byOrder = new HashMap<>();
    for (LockRequest r : requests) {
      for (Holding h : r.held()) {
        List<Integer> order = List.of(h.lock(), r.lock());
        List<LockRequest> same = byOrder.computeIfAbsent(order, k -> new ArrayList<>());
        if (!r.reenters() && same.size() < MOST) {
          same.add(r);
        }
      }
    }
    CycleFilter filter = new CycleFilter(orderedBefore);
    Map<List<Integer>, RuledOut> reasons = new HashMap<>();
    byOrder.forEach(
        (order, there) -> {
          List<Integer> turned = List.of(order.get(1), order.get(0));
          RuledOut reason = reason(there, byOrder.getOrDefault(turned, List.of()), filter);
          if (reason != null) {
            reasons.put(order, reason);
          }
        });
    return reasons;
  }

  private static RuledOut reason(List<LockRequest> there, List<LockRequest> back, CycleFilter f) {
    RuledOut first = null;
    for (LockRequest a : there) {
      for (LockRequest b : back) {
        RuledOut reason = f.reason(List.of(a, b));
        if (reason == null) {
          return null;
        }
        first = first == null || first == RuledOut.SAME_THREAD ? reason : first;
      }
    }
    return first;
  }
}
