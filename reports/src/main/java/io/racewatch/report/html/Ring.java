package io.racewatch.report.html;

import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.report.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A cycle as a drawing: locks on an ellipse, for each thread an arrow from the lock that it holds
 * to the one that it wants.
 *
 * @param width in pixels
 * @param height in pixels
 * @param nodes the locks
 * @param arrows the threads
 */
record Ring(int width, int height, List<Node> nodes, List<Arrow> arrows) {
  /** Height of a lock's box, in pixels. */
  public static final int BOX_HEIGHT = 30;

  private static final int MOST_NODES = 6;
  private static final int LABEL_LIMIT = 30;
  private static final double LETTER = 7.3;
  private static final int WIDTH = 900;
  private static final double RADIUS_X = 210;
  private static final double CLEARANCE = 5;
  private static final double OUTSIDE = 13;
  private static final double STEP = 0.01;

  /** A lock's box and label; x and y are its middle. */
  record Node(int x, int y, int width, String label) {
    /** Its left edge. */
    public int left() {
      return x - width / 2;
    }

    /** Its upper edge. */
    public int top() {
      return y - BOX_HEIGHT / 2;
    }

    private boolean covers(double px, double py) {
      return Math.abs(px - x) < width / 2.0 + CLEARANCE
          && Math.abs(py - y) < BOX_HEIGHT / 2.0 + CLEARANCE;
    }
  }

  /** A thread's arrow: path and tip as SVG path data, and the label with its place and anchor. */
  record Arrow(String path, String tip, int x, int y, String anchor, String label) {}

  /** Whether the finding has a cycle of a size that can be drawn. */
  public static boolean fits(Finding finding) {
    int n = finding.cycle().size();
    return n >= 2
        && n <= MOST_NODES
        && finding.cycle().stream().allMatch(edge -> edge.holds() != null);
  }

  /** Draws the cycle of a finding that {@link #fits}. */
  public static Ring of(Finding finding) {
    List<CycleEdge> edges = finding.cycle();
    int n = edges.size();
    double radiusY = n == 2 ? 62 : 100;
    int height = (int) (2 * radiusY) + 70;
    Ellipse ellipse = new Ellipse(WIDTH / 2.0, height / 2.0, RADIUS_X, radiusY);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String label = cut(Words.shortName(edges.get(i).holds().lock()));
      double angle = angle(i, n);
      int width = (int) (label.length() * LETTER) + 20;
      nodes.add(new Node(round(ellipse.x(angle)), round(ellipse.y(angle)), width, label));
    }
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      arrows.add(arrow(ellipse, nodes, i, edges.get(i)));
    }
    return new Ring(WIDTH, height, nodes, arrows);
  }

  private static Arrow arrow(Ellipse ellipse, List<Node> nodes, int i, CycleEdge edge) {
    int n = nodes.size();
    double from = angle(i, n);
    double to = angle(i + 1, n);
    Node source = nodes.get(i);
    Node target = nodes.get((i + 1) % n);
    while (from < to && source.covers(ellipse.x(from), ellipse.y(from))) {
      from += STEP;
    }
    while (to > from && target.covers(ellipse.x(to), ellipse.y(to))) {
      to -= STEP;
    }
    double middle = (from + to) / 2;
    String label = edge.thread() == null ? "" : cut(Words.name(edge.thread().name()));
    return new Arrow(
        ellipse.arc(from, to),
        ellipse.tip(to),
        round(ellipse.x(middle) + OUTSIDE * Math.cos(middle)),
        round(ellipse.y(middle) + OUTSIDE * Math.sin(middle)),
        anchor(Math.cos(middle)),
        label);
  }

  /** Labels stand outside of the ring: those on its left end at it, those on its right begin. */
  private static String anchor(double cosine) {
    if (Math.abs(cosine) < 0.2) {
      return "middle";
    }
    return cosine < 0 ? "end" : "start";
  }

  /** Clockwise from the left, in radians. */
  private static double angle(int i, int n) {
    return Math.PI + 2 * Math.PI * i / n;
  }

  private static String cut(String label) {
    return label.length() <= LABEL_LIMIT ? label : label.substring(0, LABEL_LIMIT - 1) + "…";
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }

  /** The line on which everything lies. */
  private record Ellipse(double centerX, double centerY, double radiusX, double radiusY) {
    double x(double angle) {
      return centerX + radiusX * Math.cos(angle);
    }

    double y(double angle) {
      return centerY + radiusY * Math.sin(angle);
    }

    String arc(double from, double to) {
      return String.format(
          Locale.ROOT,
          "M%.1f %.1fA%.0f %.0f 0 0 1 %.1f %.1f",
          x(from),
          y(from),
          radiusX,
          radiusY,
          x(to),
          y(to));
    }

    /** A triangle whose point lies on the line, in the direction of travel. */
    String tip(double at) {
      double dx = -radiusX * Math.sin(at);
      double dy = radiusY * Math.cos(at);
      double length = Math.hypot(dx, dy);
      double ux = dx / length;
      double uy = dy / length;
      double px = x(at) + 3 * ux;
      double py = y(at) + 3 * uy;
      return String.format(
          Locale.ROOT,
          "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
          px,
          py,
          px - 10 * ux + 4 * uy,
          py - 10 * uy - 4 * ux,
          px - 10 * ux - 4 * uy,
          py - 10 * uy + 4 * ux);
    }
  }
}
