package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * The part of the happens-before graph between one thread and one moment of another, as a graph.
 * Vertices are only the ends of edges and the two moments; program order links the vertices of one
 * thread. Its shortest path counts the edges between threads and is the shortest explanation.
 */
final class Region {
  /**
   * A vertex. At one position a thread's acquires come before the release that ends it; moments in
   * between have odd numbers.
   */
  private record Point(int thread, long position, boolean release, long number) {
    static final Comparator<Point> PROGRAM_ORDER =
        Comparator.comparingInt(Point::thread)
            .thenComparingLong(Point::position)
            .thenComparing(Point::release)
            .thenComparingLong(Point::number);
  }

  /** An edge; {@code index} is its index in the log, or -1 for program order. */
  private static final class Link extends DefaultWeightedEdge {
    private static final long serialVersionUID = 1L;
    final int index;

    Link(int index) {
      this.index = index;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private final SyncLog log;
  private final SimpleDirectedWeightedGraph<Point, Link> graph =
      new SimpleDirectedWeightedGraph<>(null, null);
  private final TreeSet<Point> points = new TreeSet<>(Point.PROGRAM_ORDER);
  private final Point goal;

  /** Builds the graph of these edges, which lead to the moment. */
  Region(SyncLog log, List<Integer> edges, Moment moment) {
    this.log = log;
    goal = point(moment);
    points.add(goal);
    for (int edge : edges) {
      points.add(releaseOf(edge));
      points.add(acquireOf(edge));
    }
    points.forEach(graph::addVertex);
    for (int edge : edges) {
      link(releaseOf(edge), acquireOf(edge), edge);
    }
    Point previous = null;
    for (Point p : points) {
      if (previous != null && previous.thread() == p.thread()) {
        link(previous, p, -1);
      }
      previous = p;
    }
  }

  private void link(Point from, Point to, int edge) {
    Link link = new Link(edge);
    if (graph.addEdge(from, to, link)) {
      graph.setEdgeWeight(link, edge < 0 ? 0 : 1);
    }
  }

  private Point releaseOf(int edge) {
    long position = log.fromPosition(edge);
    return new Point(log.segments.threadAt(position), position, true, 0);
  }

  private Point acquireOf(int edge) {
    long position = log.toPosition(edge);
    return new Point(log.segments.threadAt(position), position, false, 2L * log.number(edge));
  }

  private Point point(Moment m) {
    long position = log.segments.position(m.slot(), m.clock());
    return new Point(log.segments.threadAt(position), position, false, 2 * m.acquires() + 1);
  }

  /** The edges of the shortest chain from a moment to the goal, or null if there is none. */
  List<Integer> chainFrom(Moment moment) {
    Point first = points.ceiling(point(moment));
    return first == null || first.thread() != point(moment).thread() ? null : path(first);
  }

  /** The edges of the shortest chain from a release to the goal, or null if there is none. */
  List<Integer> chainFromRelease(long position) {
    return path(new Point(log.segments.threadAt(position), position, true, 0));
  }

  private List<Integer> path(Point from) {
    GraphPath<Point, Link> path = new DijkstraShortestPath<>(graph).getPath(from, goal);
    if (path == null) {
      return null;
    }
    List<Integer> edges = new ArrayList<>();
    for (Link link : path.getEdgeList()) {
      if (link.index >= 0) {
        edges.add(link.index);
      }
    }
    return edges;
  }
}
