package io.racewatch.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/** Places for the nodes of a small graph: those with edges near, the others apart. Stateless. */
public final class GraphLayout {
  private static final int ITERATIONS = 200;
  private static final double WIDTH = 2;

  private GraphLayout() {}

  /** A place; both from 0 to 1. */
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
    MapLayoutModel2D<Integer> model = new MapLayoutModel2D<>(new Box2D(0, 0, WIDTH, 1));
    new FRLayoutAlgorithm2D<Integer, DefaultEdge>(
            ITERATIONS, FRLayoutAlgorithm2D.DEFAULT_NORMALIZATION_FACTOR, new Random(7))
        .layout(graph, model);
    return stretched(nodes, model);
  }

  private static List<Spot> stretched(int nodes, MapLayoutModel2D<Integer> model) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < nodes; i++) {
      Point2D p = model.get(i);
      left = Math.min(left, p.getX());
      right = Math.max(right, p.getX());
      top = Math.min(top, p.getY());
      bottom = Math.max(bottom, p.getY());
    }
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      Point2D p = model.get(i);
      spots.add(new Spot(part(p.getX(), left, right), part(p.getY(), top, bottom)));
    }
    return spots;
  }

  private static double part(double value, double from, double to) {
    return to - from < 1e-9 ? 0.5 : (value - from) / (to - from);
  }
}
