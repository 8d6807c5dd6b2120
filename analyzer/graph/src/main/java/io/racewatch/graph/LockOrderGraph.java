package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * The lock-order graph of one run and its cycles.
 *
 * <p>A vertex is a request for a lock by a thread that holds others; an edge leads from a request
 * to each request of another thread that is made while holding the lock it waits for, unless both
 * hold a lock that keeps them apart. A cycle is a deadlock that another schedule can show. Not
 * thread-safe.
 */
public final class LockOrderGraph {
  private final List<LockRequest> requests;
  private final Map<Integer, List<LockRequest>> holders = new HashMap<>();
  private final CycleFilter filter;
  private final CycleLimits limits;

  private final Map<List<String>, LockCycle> found = new LinkedHashMap<>();
  private final Map<RuledOut, Long> ruledOut = new EnumMap<>(RuledOut.class);
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
    this.requests = distinct(requests);
    this.filter = new CycleFilter(orderedBefore);
    this.limits = limits;
    for (LockRequest r : this.requests) {
      r.held().stream()
          .map(LockRequest.Holding::lock)
          .distinct()
          .forEach(lock -> holders.computeIfAbsent(lock, k -> new ArrayList<>()).add(r));
    }
  }

  private static List<LockRequest> distinct(List<LockRequest> all) {
    Set<Object> seen = new HashSet<>();
    List<LockRequest> kept = new ArrayList<>();
    for (LockRequest r : all) {
      LockRequest anonymous =
          new LockRequest(0, r.thread(), r.lock(), r.shared(), r.waits(), r.held(), r.site());
      if (!r.reenters() && !r.held().isEmpty() && seen.add(anonymous)) {
        kept.add(r);
      }
    }
    kept.sort(Comparator.comparingInt(LockRequest::id));
    return kept;
  }

  /** Searches for cycles: of two requests by index, of more in the strong components. */
  public LockCycles cycles() {
    pairs();
    CycleSearch strict = new CycleSearch(limits);
    strict.search(graph(true), this::judge);
    // A second look without the filters only tells what was ruled out, so it may be small.
    CycleSearch loose =
        new CycleSearch(
            new CycleLimits(limits.length(), limits.length(), 0, 0, 2_000, limits.edges()));
    loose.search(graph(false), this::judgeRuledOut);
    return new LockCycles(
        List.copyOf(found.values()), ruledOut, strict.longest(), cut || strict.cut());
  }

  private void pairs() {
    for (LockRequest a : requests) {
      for (LockRequest b : holders.getOrDefault(a.lock(), List.of())) {
        if (a.id() < b.id() && b.asksFor(a)) {
          judge(List.of(a, b));
        }
      }
    }
  }

  private Graph<LockRequest, DefaultEdge> graph(boolean strict) {
    Graph<LockRequest, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
    requests.forEach(graph::addVertex);
    int edges = 0;
    for (LockRequest a : requests) {
      for (LockRequest b : holders.getOrDefault(a.lock(), List.of())) {
        if (a != b && (strict ? canFollow(a, b) : a.asksFor(b))) {
          if (edges++ >= 4 * limits.edges()) {
            cut |= strict;
            CycleSearch.prune(graph);
            return graph;
          }
          graph.addEdge(a, b);
        }
      }
    }
    CycleSearch.prune(graph);
    return graph;
  }

  private static boolean canFollow(LockRequest a, LockRequest b) {
    return a.thread() != b.thread()
        && a.waits() != LockRequest.Waits.NEVER
        && a.waitsFor(b)
        && a.gateWith(b) < 0;
  }

  private void judge(List<LockRequest> cycle) {
    List<LockRequest> canonical = rotate(cycle, Comparator.comparingInt(LockRequest::id));
    List<String> sites = sites(canonical);
    LockCycle same = found.get(sites);
    if (same != null) {
      found.put(sites, new LockCycle(same.requests(), same.seen() + 1));
      return;
    }
    RuledOut reason = filter.reason(canonical);
    if (reason != null) {
      ruledOut.merge(reason, 1L, Long::sum);
    } else if (found.size() < limits.cycles()) {
      found.put(sites, new LockCycle(canonical, 1));
    } else {
      cut = true;
    }
  }

  /** Counts a cycle that the strict graph leaves out; one that it has was judged there. */
  private void judgeRuledOut(List<LockRequest> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      if (!canFollow(cycle.get(i), cycle.get((i + 1) % cycle.size()))) {
        RuledOut reason = filter.reason(cycle);
        if (reason != null) {
          ruledOut.merge(reason, 1L, Long::sum);
        }
        return;
      }
    }
  }

  private static List<String> sites(List<LockRequest> cycle) {
    return rotate(
        cycle.stream().map(r -> r.site() + ' ' + r.waits()).toList(), Comparator.naturalOrder());
  }

  /** The same cycle from its smallest element; of several, so that the whole list is smallest. */
  private static <T> List<T> rotate(List<T> cycle, Comparator<T> order) {
    List<T> best = cycle;
    for (int i = 1; i < cycle.size(); i++) {
      List<T> turned = new ArrayList<>(cycle);
      Collections.rotate(turned, i);
      if (compare(turned, best, order) < 0) {
        best = turned;
      }
    }
    return best;
  }

  private static <T> int compare(List<T> a, List<T> b, Comparator<T> order) {
    for (int i = 0; i < a.size(); i++) {
      int c = order.compare(a.get(i), b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return 0;
  }
}
