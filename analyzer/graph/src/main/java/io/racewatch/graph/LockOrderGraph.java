package io.racewatch.graph;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * The lock-order graph of one run and those of its cycles that can deadlock: cycles of the same
 * sites are told once, the others are filtered. Not thread-safe.
 */
public final class LockOrderGraph {
  private final LockCycleSearch search;
  private final Map<Integer, Integer> siteOf = new HashMap<>();
  private final CycleFilter filter;
  private final CycleLimits limits;

  private final Map<List<Integer>, LockCycle> found = new LinkedHashMap<>();
  private final Map<RuledOut, Long> ruledOut = new EnumMap<>(RuledOut.class);
  private final Map<List<Integer>, LockCycles.Example> examples = new LinkedHashMap<>();
  private boolean cut;

  /**
   * Takes the requests of a run.
   *
   * @param requests with different ids; equal ones count once, re-entrant ones not at all
   * @param orderedBefore whether all of the first request is over before any of the second, by
   *     edges that a thread waits for (start, submit, join, get, await) and no others
   */
  public LockOrderGraph(
      List<LockRequest> requests,
      BiPredicate<LockRequest, LockRequest> orderedBefore,
      CycleLimits limits) {
    this.search = new LockCycleSearch(requests, limits);
    this.filter = new CycleFilter(orderedBefore);
    this.limits = limits;
    Map<String, Integer> sites = new HashMap<>();
    for (LockRequest r : search.requests()) {
      siteOf.put(r.id(), sites.computeIfAbsent(r.site() + ' ' + r.waits(), k -> sites.size()));
    }
  }

  /** Searches for cycles and filters them. */
  public LockCycles cycles() {
    search.search(this::judge);
    return new LockCycles(
        List.copyOf(found.values()),
        ruledOut,
        List.copyOf(examples.values()),
        search.longest(),
        cut || search.cut());
  }

  private void judge(List<LockRequest> cycle) {
    List<Integer> sites =
        Rotation.least(
            cycle.stream().map(r -> siteOf.get(r.id())).toList(), Comparator.naturalOrder());
    LockCycle same = found.get(sites);
    if (same != null) {
      boolean more = same.others().size() < LockCycle.OTHERS && filter.reason(cycle) == null;
      found.put(sites, same.with(more ? cycle : null));
      return;
    }
    RuledOut reason = filter.reason(cycle);
    if (reason != null) {
      ruledOut.merge(reason, 1L, Long::sum);
      if (examples.size() < limits.cycles()) {
        examples.putIfAbsent(sites, new LockCycles.Example(cycle, reason));
      }
    } else if (found.size() < limits.cycles()) {
      found.put(sites, new LockCycle(cycle, 1, List.of()));
    } else {
      cut = true;
    }
  }
}
