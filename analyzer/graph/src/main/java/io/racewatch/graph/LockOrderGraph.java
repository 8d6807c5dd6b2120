package io.racewatch.graph;

import java.util.ArrayList;
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
  /** Up to so many requests all are searched for long cycles. */
  private static final int FEW = 2_000;

  /** Above that, so many of each thread and site. */
  private static final int INSTANCES = 64;

  private final List<LockRequest> requests;
  private final Map<List<Integer>, List<LockRequest>> byHeldAndWanted = new HashMap<>();
  private final Map<Integer, Integer> siteOf = new HashMap<>();
  private final CycleFilter filter;
  private final CycleLimits limits;

  private final Map<List<Integer>, LockCycle> found = new LinkedHashMap<>();
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
    Map<String, Integer> sites = new HashMap<>();
    for (LockRequest r : this.requests) {
      siteOf.put(r.id(), sites.computeIfAbsent(r.site() + ' ' + r.waits(), k -> sites.size()));
      for (int lock : heldLocks(r)) {
        byHeldAndWanted.computeIfAbsent(List.of(lock, r.lock()), k -> new ArrayList<>()).add(r);
      }
    }
  }

  private static int[] heldLocks(LockRequest r) {
    return r.held().stream().mapToInt(LockRequest.Holding::lock).distinct().toArray();
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
    List<LockRequest> sample = sample();
    strict.search(graph(sample, true), this::judge);
    // A second look without the filters only tells what was ruled out, so it may be small.
    CycleSearch loose =
        new CycleSearch(
            new CycleLimits(limits.length(), limits.length(), 0, 0, 2_000, limits.edges()));
    loose.search(graph(sample, false), this::judgeRuledOut);
    return new LockCycles(
        List.copyOf(found.values()), ruledOut, strict.longest(), cut || strict.cut());
  }

  private void pairs() {
    for (LockRequest a : requests) {
      for (int held : heldLocks(a)) {
        for (LockRequest b : byHeldAndWanted.getOrDefault(List.of(a.lock(), held), List.of())) {
          if (a.id() < b.id()) {
            judge(List.of(a, b));
          }
        }
      }
    }
  }

  /** The requests for long cycles: of one thread and site only some instances, if they are many. */
  private List<LockRequest> sample() {
    if (requests.size() <= FEW) {
      return requests;
    }
    Map<List<Integer>, Integer> seen = new HashMap<>();
    List<LockRequest> some = new ArrayList<>();
    for (LockRequest r : requests) {
      List<Integer> key = List.of(r.thread(), siteOf.get(r.id()));
      if (seen.merge(key, 1, Integer::sum) <= INSTANCES) {
        some.add(r);
      } else {
        cut = true;
      }
    }
    return some;
  }

  private Graph<LockRequest, DefaultEdge> graph(List<LockRequest> vertices, boolean strict) {
    Map<Integer, List<LockRequest>> holders = new HashMap<>();
    for (LockRequest r : vertices) {
      for (int lock : heldLocks(r)) {
        holders.computeIfAbsent(lock, k -> new ArrayList<>()).add(r);
      }
    }
    Graph<LockRequest, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
    vertices.forEach(graph::addVertex);
    int edges = 0;
    for (LockRequest a : vertices) {
      for (LockRequest b : holders.getOrDefault(a.lock(), List.of())) {
        if (a != b && (!strict || canFollow(a, b))) {
          if (edges++ >= limits.edges()) {
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
    List<LockRequest> canonical = Rotation.least(cycle, Comparator.comparingInt(LockRequest::id));
    List<Integer> sites =
        Rotation.least(
            canonical.stream().map(r -> siteOf.get(r.id())).toList(), Comparator.naturalOrder());
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
}
