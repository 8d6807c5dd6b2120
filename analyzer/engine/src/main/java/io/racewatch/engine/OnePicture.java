package io.racewatch.engine;

import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.graph.GraphLayout;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.LockGraph;
import io.racewatch.model.LockGraph.Edge;
import io.racewatch.model.LockGraph.Node;
import io.racewatch.model.LockGraph.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds the orders that only the bytecode has to the picture of those that runs took. */
final class OnePicture {
  private static final int MOST_EDGES = 60;
  private static final int MOST_NODES = 40;

  private final List<Node> nodes;
  private final List<Edge> edges;
  private final Set<String> cyclic = new HashSet<>();
  private final Set<String> drawn = new HashSet<>();
  private int left;

  private OnePicture(LockGraph seen, List<Finding> findings) {
    nodes = new ArrayList<>(seen.nodes());
    edges = new ArrayList<>();
    left = seen.left();
    for (Finding finding : findings) {
      for (CycleEdge edge : finding.cycle()) {
        if (edge.holds() != null && edge.wants() != null) {
          cyclic.add(edge.holds().lock() + " > " + edge.wants().lock());
        }
      }
    }
    for (Edge edge : seen.edges()) {
      String ends = plain(edge.from()) + " > " + plain(edge.to());
      drawn.add(ends);
      boolean now = edge.verdict() == Verdict.PLAIN && cyclic.contains(ends);
      edges.add(now ? verdict(edge, Verdict.CYCLE) : edge);
    }
  }

  /**
   * One graph of both.
   *
   * @param seen what runs took; may be empty
   * @param findings the edges of their cycles stand out
   */
  static LockGraph of(LockGraph seen, List<PossibleOrder> orders, List<Finding> findings) {
    OnePicture picture = new OnePicture(seen, findings);
    List<PossibleOrder> sorted = new ArrayList<>(orders);
    sorted.sort(Comparator.comparingInt(picture::rank));
    boolean more = false;
    for (PossibleOrder order : sorted) {
      more |= picture.add(order);
    }
    return more || picture.changed(seen) ? picture.laidOut() : seen;
  }

  private boolean changed(LockGraph seen) {
    return left != seen.left() || !edges.equals(seen.edges());
  }

  /** Those of cycles first, then those between locks that are in the picture. */
  private int rank(PossibleOrder order) {
    if (cyclic.contains(order.from() + " > " + order.to())) {
      return 0;
    }
    return (index(order.from()) < 0 ? 1 : 0) + (index(order.to()) < 0 ? 1 : 0) + 1;
  }

  private boolean add(PossibleOrder order) {
    String ends = order.from() + " > " + order.to();
    if (order.from().equals(order.to()) || drawn.contains(ends)) {
      return false;
    }
    int fresh = (index(order.from()) < 0 ? 1 : 0) + (index(order.to()) < 0 ? 1 : 0);
    boolean inCycle = cyclic.contains(ends);
    if (!inCycle && (edges.size() >= MOST_EDGES || nodes.size() + fresh > MOST_NODES)) {
      left++;
      return false;
    }
    drawn.add(ends);
    edges.add(
        new Edge(
            make(order.from()),
            make(order.to()),
            0,
            List.of(),
            io.racewatch.model.Frames.firstOutsideJdk(order.edge().wantsAt()),
            inCycle ? Verdict.CYCLE : Verdict.PLAIN,
            ""));
    return true;
  }

  private String plain(int node) {
    String name = nodes.get(node).name();
    int object = name.indexOf(" (");
    return object < 0 ? name : name.substring(0, object);
  }

  private int index(String name) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int make(String name) {
    int known = index(name);
    if (known < 0) {
      nodes.add(new Node(name, 0, 0));
    }
    return known < 0 ? nodes.size() - 1 : known;
  }

  private static Edge verdict(Edge e, Verdict verdict) {
    return new Edge(e.from(), e.to(), e.count(), e.threads(), e.at(), verdict, "");
  }

  private LockGraph laidOut() {
    List<int[]> pairs = new ArrayList<>();
    edges.forEach(e -> pairs.add(new int[] {e.from(), e.to()}));
    List<GraphLayout.Spot> spots = GraphLayout.of(nodes.size(), pairs);
    List<Node> placed = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      placed.add(new Node(nodes.get(i).name(), spots.get(i).x(), spots.get(i).y()));
    }
    return new LockGraph(placed, edges, left);
  }
}
