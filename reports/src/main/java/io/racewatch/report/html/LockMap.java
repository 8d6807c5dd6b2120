package io.racewatch.report.html;

import io.racewatch.model.LockGraph;
import io.racewatch.model.LockGraph.Edge;
import io.racewatch.model.LockGraph.Verdict;
import io.racewatch.report.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lock-order graph as a drawing: locks are boxes, an arrow leads from the lock held to the one
 * asked for. The places come with the graph; boxes that would overlap are pushed apart here.
 *
 * @param width in pixels
 * @param height in pixels
 * @param nodes the locks
 * @param arrows the orders, those of cycles last, so that they lie on top
 */
record LockMap(int width, int height, List<Node> nodes, List<Arrow> arrows) {
  private static final int WIDTH = 1140;
  private static final int BOX_HEIGHT = 30;
  private static final int MARGIN = 34;
  private static final int LABEL_LIMIT = 46;
  private static final double LETTER = 7.4;
  private static final int STEPS = 24;
  private static final double GAP_X = 40;
  private static final double GAP_Y = 48;

  /** A lock's box and label; x and y are its middle. */
  record Node(int x, int y, int width, String label, String title) {
    /** Its left edge. */
    public int left() {
      return x - width / 2;
    }

    /** Its upper edge. */
    public int top() {
      return y - BOX_HEIGHT / 2;
    }

    /** Its height. */
    public int height() {
      return BOX_HEIGHT;
    }

    private boolean covers(double px, double py) {
      return Math.abs(px - x) < width / 2.0 + 4 && Math.abs(py - y) < BOX_HEIGHT / 2.0 + 4;
    }
  }

  /** An order: path and tip as SVG path data, its kinds, and up to two lines of text. */
  record Arrow(
      String kind,
      String path,
      String tip,
      int x,
      int y,
      String anchor,
      String label,
      String reason,
      String title) {
    /** Where the second line stands. */
    public int below() {
      return y + 14;
    }
  }

  /** Draws a graph that is not empty. */
  static LockMap of(LockGraph graph) {
    List<double[]> places = new ArrayList<>();
    for (LockGraph.Node n : graph.nodes()) {
      places.add(new double[] {n.x(), n.y(), boxWidth(n.name())});
    }
    apart(places);
    double left = places.stream().mapToDouble(p -> p[0] - p[2] / 2).min().orElse(0);
    double right = places.stream().mapToDouble(p -> p[0] + p[2] / 2).max().orElse(0);
    double top = places.stream().mapToDouble(p -> p[1]).min().orElse(0);
    double bottom = places.stream().mapToDouble(p -> p[1]).max().orElse(0);
    int width = Math.max(WIDTH, (int) (right - left) + 2 * MARGIN);
    double shift = (width - (right - left)) / 2 - left;
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      double[] p = places.get(i);
      String name = graph.nodes().get(i).name();
      int x = (int) Math.round(p[0] + shift);
      int y = (int) Math.round(p[1] - top) + MARGIN + 20;
      nodes.add(new Node(x, y, (int) p[2], cut(name), Words.name(name)));
    }
    List<Arrow> arrows = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.PLAIN, Verdict.RULED_OUT, Verdict.CYCLE)) {
      for (Edge edge : graph.edges()) {
        if (edge.verdict() == verdict && edge.from() != edge.to()) {
          arrows.add(arrow(nodes.get(edge.from()), nodes.get(edge.to()), edge));
        }
      }
    }
    return new LockMap(width, (int) (bottom - top) + 2 * MARGIN + 40, nodes, arrows);
  }

  private static double boxWidth(String name) {
    return (int) (cut(name).length() * LETTER) + 22;
  }

  /**
   * Pushes overlapping boxes apart along the shorter way, until none overlap or for some rounds.
   */
  private static void apart(List<double[]> places) {
    for (int round = 0; round < 400; round++) {
      boolean moved = false;
      for (int i = 0; i < places.size(); i++) {
        for (int j = 0; j < i; j++) {
          moved |= apart(places.get(i), places.get(j));
        }
      }
      if (!moved) {
        return;
      }
    }
  }

  private static boolean apart(double[] a, double[] b) {
    double x = (a[2] + b[2]) / 2 + GAP_X - Math.abs(a[0] - b[0]);
    double y = GAP_Y - Math.abs(a[1] - b[1]);
    if (x <= 0 || y <= 0) {
      return false;
    }
    if (y <= x) {
      double by = (y + 1) / 2 * (a[1] < b[1] ? -1 : 1);
      a[1] += by;
      b[1] -= by;
    } else {
      double by = (x + 1) / 2 * (a[0] < b[0] ? -1 : 1);
      a[0] += by;
      b[0] -= by;
    }
    return true;
  }

  private static Arrow arrow(Node from, Node to, Edge edge) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double length = Math.max(1, Math.hypot(dx, dy));
    double bend = Math.min(70, 26 + length * 0.1);
    double cx = (from.x + to.x) / 2.0 - dy / length * bend;
    double cy = (from.y + to.y) / 2.0 + dx / length * bend;
    StringBuilder path = new StringBuilder();
    double[] last = null;
    double[] before = null;
    for (int i = 0; i <= STEPS; i++) {
      double t = i / (double) STEPS;
      double x = (1 - t) * (1 - t) * from.x + 2 * t * (1 - t) * cx + t * t * to.x;
      double y = (1 - t) * (1 - t) * from.y + 2 * t * (1 - t) * cy + t * t * to.y;
      if (!from.covers(x, y) && !to.covers(x, y)) {
        path.append(String.format(Locale.ROOT, last == null ? "M%.1f %.1f" : "L%.1f %.1f", x, y));
        before = last;
        last = new double[] {x, y};
      }
    }
    double lx = (from.x + 2 * cx + to.x) / 4;
    double ly = (from.y + 2 * cy + to.y) / 4;
    int side = Math.abs(dy) < length * 0.6 ? 0 : dy > 0 ? -1 : 1; // beside steep arrows
    String title = String.join(", ", edge.threads());
    String place = edge.at() == null ? "" : ", at " + Words.frame(edge.at());
    return new Arrow(
        edge.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-')
            + (edge.possible() ? " possible" : ""),
        path.toString(),
        before == null ? "" : tip(before, last),
        (int) Math.round(lx + side * 8),
        (int) Math.round(ly) - (edge.reason().isEmpty() ? 0 : 7),
        side == 0 ? "middle" : side > 0 ? "start" : "end",
        edge.possible() ? "bytecode" : cut(times(edge) + "\u00d7 " + Words.name(title)),
        edge.reason(),
        (edge.possible()
                ? "no run did; the bytecode allows it"
                : Words.name(times(edge) + " times by " + title))
            + place);
  }

  private static String times(Edge edge) {
    return Words.number(edge.count());
  }

  private static String tip(double[] before, double[] at) {
    double length = Math.max(0.1, Math.hypot(at[0] - before[0], at[1] - before[1]));
    double ux = (at[0] - before[0]) / length;
    double uy = (at[1] - before[1]) / length;
    return String.format(
        Locale.ROOT,
        "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
        at[0] + 3 * ux,
        at[1] + 3 * uy,
        at[0] - 8 * ux + 4 * uy,
        at[1] - 8 * uy - 4 * ux,
        at[0] - 8 * ux - 4 * uy,
        at[1] - 8 * uy + 4 * ux);
  }

  private static String cut(String name) {
    String label = Words.shortName(name);
    return label.length() <= LABEL_LIMIT ? label : label.substring(0, LABEL_LIMIT - 1) + "\u2026";
  }
}
