package io.racewatch.bench;

import io.racewatch.bench.Subject.Kind;
import java.util.List;
import java.util.Locale;

/** The ratios as bars, in SVG, with the spread of the pairs as a line. */
final class Plot {
  private static final int LEFT = 230;
  private static final int WIDTH = 860;
  private static final int ROW = 22;
  private static final int BAR = 14;
  private static final double GOAL_KERNELS = 4;
  private static final double GOAL_PROGRAMS = 2.5;
  private static final double GOAL_MEMORY = 2.2;

  private final Figures figures;
  private final String jdk;
  private final StringBuilder body = new StringBuilder();
  private int y = 30;
  private double scale;

  Plot(Figures figures, String jdk) {
    this.figures = figures;
    this.jdk = jdk;
  }

  /** The picture; ratio to the plain run, so shorter is better. */
  String svg() {
    double most = 2;
    for (Kind kind : List.of(Kind.KERNEL, Kind.PROGRAM, Kind.MEMORY)) {
      String figure = kind == Kind.MEMORY ? "peak_kib" : "cpu_ms";
      for (String name : figures.names(jdk, kind)) {
        List<Double> ratios = figures.ratios(jdk, kind, name, Configuration.FULL, figure);
        most = ratios.isEmpty() ? most : Math.max(most, Figures.max(ratios));
      }
    }
    scale = (WIDTH - LEFT - 60) / most;
    group(Kind.KERNEL, "cpu_ms", "CPU time of kernels, ratio to plain", GOAL_KERNELS);
    group(Kind.PROGRAM, "cpu_ms", "CPU time of real programs, ratio to plain", GOAL_PROGRAMS);
    group(Kind.MEMORY, "peak_kib", "Peak resident memory of kernels, ratio", GOAL_MEMORY);
    group(Kind.PROGRAM, "peak_kib", "Peak resident memory of real programs, ratio", GOAL_MEMORY);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + WIDTH
        + "\" height=\""
        + (y + 20)
        + "\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n"
        + "<title>What watching costs, JDK "
        + jdk
        + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + body
        + "</svg>\n";
  }

  private void group(Kind kind, String figure, String title, double goal) {
    if (figures.names(jdk, kind).isEmpty()) {
      return;
    }
    add("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s (dashed: goal)</text>", y, title);
    y += 10;
    int top = y;
    for (String name : figures.names(jdk, kind)) {
      bar(name, figures.ratios(jdk, kind, name, Configuration.FULL, figure));
    }
    double x = LEFT + goal * scale;
    add(
        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#b02020\""
            + " stroke-dasharray=\"4 3\"/>",
        x, top, x, y);
    y += 30;
  }

  private void bar(String name, List<Double> ratios) {
    if (ratios.isEmpty()) {
      return;
    }
    double median = Figures.median(ratios);
    int middle = y + BAR / 2;
    add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 12, name);
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#4a7ab5\"/>",
        LEFT, y, median * scale, BAR);
    add(
        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#202020\"/>",
        LEFT + Figures.min(ratios) * scale, middle, LEFT + Figures.max(ratios) * scale, middle);
    double end = LEFT + Figures.max(ratios) * scale + 6;
    add("<text x=\"%.1f\" y=\"%d\">%.2f</text>", end, y + 12, median);
    y += ROW;
  }

  private void add(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
