package io.racewatch.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The locks and the orders in which runs took them, or the bytecode lets them be taken, for a
 * picture.
 *
 * @param nodes the locks; those of one name are one node, except where a cycle needs two of them
 * @param edges the orders, at most one from one lock to another for each verdict
 * @param left how many orders were left out because there were too many to draw
 */
public record LockGraph(List<Node> nodes, List<Edge> edges, int left) {
  /** No locks at all. */
  public static final LockGraph EMPTY = new LockGraph(List.of(), List.of(), 0);

  public LockGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What was found about an order. */
  public enum Verdict {
    /** It is part of a cycle that can deadlock, or did. */
    CYCLE,
    /** Its cycles were all ruled out. */
    RULED_OUT,
    /** It is part of no cycle that was looked at. */
    PLAIN
  }

  /**
   * A lock.
   *
   * @param name field or class, with the instance where a cycle needs several of one name
   * @param x of its middle, in pixels from the left
   * @param y of its middle, in pixels from the top
   */
  public record Node(String name, double x, double y) {}

  /**
   * One lock was asked for while another was held.
   *
   * @param from index of the lock held
   * @param to index of the lock asked for
   * @param count how often runs did so; 0 if none did and the bytecode allows it
   * @param threads names of threads that did so, some at least
   * @param at a place where it was asked for, or null
   * @param reason why it is ruled out, else empty
   */
  public record Edge(
      int from,
      int to,
      long count,
      List<String> threads,
      Frame at,
      Verdict verdict,
      String reason) {
    public Edge {
      threads = List.copyOf(threads);
    }

    /** Whether it is in the bytecode only. */
    public boolean possible() {
      return count == 0;
    }
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return edges.isEmpty();
  }

  /** The graphs of several runs as one; locks of one name are one. Their places are the first's. */
  public static LockGraph merge(List<LockGraph> graphs) {
    if (graphs.size() == 1) {
      return graphs.get(0);
    }
    Map<String, Integer> index = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    Map<List<Object>, Edge> edges = new LinkedHashMap<>();
    int left = 0;
    for (LockGraph graph : graphs) {
      left += graph.left;
      int[] map = new int[graph.nodes.size()];
      for (int i = 0; i < map.length; i++) {
        Node node = graph.nodes.get(i);
        Integer known = index.putIfAbsent(node.name(), nodes.size());
        map[i] = known == null ? nodes.size() : known;
        if (known == null) {
          nodes.add(node);
        }
      }
      for (Edge e : graph.edges) {
        int from = map[e.from];
        int to = map[e.to];
        Edge moved = new Edge(from, to, e.count, e.threads, e.at, e.verdict, e.reason);
        edges.merge(List.of(from, to, e.verdict), moved, LockGraph::sum);
      }
    }
    return new LockGraph(nodes, List.copyOf(edges.values()), left);
  }

  private static Edge sum(Edge a, Edge b) {
    Set<String> threads = new LinkedHashSet<>(a.threads);
    threads.addAll(b.threads);
    String reason = a.reason.isEmpty() ? b.reason : a.reason;
    return new Edge(a.from, a.to, a.count + b.count, List.copyOf(threads), a.at, a.verdict, reason);
  }
}
