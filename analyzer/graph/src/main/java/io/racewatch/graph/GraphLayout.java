package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.drawing.CircularLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Places for the nodes of a small graph: each connected part on its own, few nodes in a circle,
 * more by forces; the parts in rows. Stateless.
 */
public final class GraphLayout {
  private static final int FEW = 9;
  private static final int ITERATIONS = 300;
  private static final double WIDTH = 1000;
  private static final double BETWEEN = 150;

  private GraphLayout() {}

  /** A place, in pixels from the left and from the top. */
  public record Spot(double x, double y) {}

  /**
   * Lays out a graph; the same input gives the same places.
   *
   * @param nodes how many there are
   * @param edges pairs of nodes, from 0; direction does not matter
   */
  public static List<Spot> of(int nodes, List<int[]> edges) {
    Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    for (int i = 0; i < nodes; i++) {
      graph.addVertex(i);
    }
    for (int[] edge : edges) {
      if (edge[0] != edge[1]) {
        graph.addEdge(edge[0], edge[1]);
      }
    }
    List<Set<Integer>> parts = new ArrayList<>(new ConnectivityInspector<>(graph).connectedSets());
    parts.sort(Comparator.comparingInt(p -> -p.size()));
    Spot[] spots = new Spot[nodes];
    double x = 0;
    double y = 0;
    double row = 0;
    for (Set<Integer> part : parts) {
      int n = part.size();
      double width = n == 1 ? 10 : n == 2 ? 380 : 300 + 110 * Math.sqrt(n);
      double height = n <= 2 ? 60 : 120 + 60 * Math.sqrt(n) * (n > FEW ? 1.5 : 1);
      if (x > 0 && x + width > WIDTH) {
        x = 0;
        y += row + BETWEEN / 2;
        row = 0;
      }
      place(new AsSubgraph<>(graph, part), new Box2D(x, y, width, height), spots);
      x += width + 2 * BETWEEN;
      row = Math.max(row, height);
    }
    return Arrays.asList(spots);
  }

  private static void place(Graph<Integer, DefaultEdge> part, Box2D box, Spot[] spots) {
    MapLayoutModel2D<Integer> model = new MapLayoutModel2D<>(new Box2D(0, 0, 1, 1));
    LayoutAlgorithm2D<Integer, DefaultEdge> layout =
        part.vertexSet().size() <= FEW
            ? new CircularLayoutAlgorithm2D<>(0.5)
            : new FRLayoutAlgorithm2D<>(
                ITERATIONS, FRLayoutAlgorithm2D.DEFAULT_NORMALIZATION_FACTOR, new Random(7));
    layout.layout(part, model);
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int node : part.vertexSet()) {
      Point2D p = model.get(node);
      low[0] = Math.min(low[0], p.getX());
      low[1] = Math.min(low[1], p.getY());
      high[0] = Math.max(high[0], p.getX());
      high[1] = Math.max(high[1], p.getY());
    }
    for (int node : part.vertexSet()) {
      Point2D p = model.get(node);
      spots[node] =
          new Spot(
              box.getMinX() + box.getWidth() * part(p.getX(), low[0], high[0]),
              box.getMinY() + box.getHeight() * part(p.getY(), low[1], high[1]));
    }
  }

  private static double part(double value, double from, double to) {
    return to - from < 1e-9 ? 0.5 : (value - from) / (to - from);
  }
}
