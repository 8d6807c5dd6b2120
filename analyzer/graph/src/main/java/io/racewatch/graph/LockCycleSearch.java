package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * Enumerates the cycles of a lock-order graph, each once.
 *
 * <p>A vertex is a request for a lock by a thread that holds others; an edge leads from a request
 * to each request that is made while holding the lock it waits for. Cycles of two are found by
 * index, all of them. Longer ones are searched for in the strong components: first where no two
 * neighbours exclude each other, within the limits; then a bounded number of the others, which only
 * tell what was ruled out. Not thread-safe.
 */
public final class LockCycleSearch {
  /** Up to so many requests all are searched for long cycles. */
  private static final int FEW = 2_000;

  /** Above that, so many of each thread and site. */
  private static final int INSTANCES = 64;

  /** Long cycles that are looked at although neighbours exclude each other. */
  private static final int LOOSE = 2_000;

  private final List<LockRequest> requests;
  private final Map<List<Integer>, List<LockRequest>> byHeldAndWanted = new HashMap<>();
  private final CycleLimits limits;
  private int longest = Integer.MAX_VALUE;
  private boolean cut;

  /**
   * Takes the requests.
   *
   * @param requests with different ids; equal ones count once, re-entrant ones not at all
   */
  public LockCycleSearch(List<LockRequest> requests, CycleLimits limits) {
    this.requests = distinct(requests);
    this.limits = limits;
    for (LockRequest r : this.requests) {
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
          new LockRequest(
              0, r.thread(), r.lock(), r.shared(), r.waits(), r.held(), r.guards(), r.site());
      if (!r.reenters() && !r.held().isEmpty() && seen.add(anonymous)) {
        kept.add(r);
      }
    }
    kept.sort(Comparator.comparingInt(LockRequest::id));
    return kept;
  }

  /** The requests that are vertices, by id. */
  List<LockRequest> requests() {
    return requests;
  }

  /**
   * Hands over each cycle, the request with the smallest id first. The consumer may throw to end
   * the search; nothing is caught here.
   */
  public void search(Consumer<List<LockRequest>> consumer) {
    Consumer<List<LockRequest>> canonical =
        cycle -> consumer.accept(Rotation.least(cycle, Comparator.comparingInt(LockRequest::id)));
    pairs(canonical);
    CycleSearch strict = new CycleSearch(limits);
    List<LockRequest> sample = sample();
    strict.search(graph(sample, true), canonical);
    CycleSearch loose =
        new CycleSearch(
            new CycleLimits(limits.length(), limits.length(), 0, 0, LOOSE, limits.edges()));
    loose.search(
        graph(sample, false),
        cycle -> {
          if (!isStrict(cycle)) {
            canonical.accept(cycle);
          }
        });
    longest = strict.longest();
    cut |= strict.cut();
  }

  /** The length up to which all components were searched; after the search. */
  public int longest() {
    return longest;
  }

  /** Whether a bound other than the length was met; after the search. */
  public boolean cut() {
    return cut;
  }

  private void pairs(Consumer<List<LockRequest>> consumer) {
    Set<List<Integer>> done = new HashSet<>();
    for (LockRequest a : requests) {
      int[] all = heldLocks(a);
      for (int held : all) {
        for (LockRequest b : byHeldAndWanted.getOrDefault(List.of(a.lock(), held), List.of())) {
          // Found once for each lock of a that b wants, which is one.
          if (a.id() < b.id() && (all.length == 1 || done.add(List.of(a.id(), b.id())))) {
            consumer.accept(List.of(a, b));
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
    Map<List<Object>, Integer> seen = new HashMap<>();
    List<LockRequest> some = new ArrayList<>();
    for (LockRequest r : requests) {
      List<Object> key = List.of(r.thread(), r.site(), r.waits());
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

  private static boolean isStrict(List<LockRequest> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      if (!canFollow(cycle.get(i), cycle.get((i + 1) % cycle.size()))) {
        return false;
      }
    }
    return true;
  }
}
