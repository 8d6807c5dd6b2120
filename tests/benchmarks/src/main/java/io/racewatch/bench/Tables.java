package io.racewatch.bench;

import io.racewatch.bench.Subject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The figures as Markdown. */
final class Tables {
  private static final double KIB_PER_MIB = 1024;
  private static final double MILLIS_PER_SECOND = 1000;
  private static final int LIVE = 200;

  /** By operation: what it may cost more, in ns. */
  private static final Map<String, String> GOALS =
      Map.ofEntries(
          Map.entry("field", "0.5"),
          Map.entry("arrayLoop", "0.5"),
          Map.entry("arrayRandom", "8"),
          Map.entry("volatileRead", "8"),
          Map.entry("volatileWrite", "8"),
          Map.entry("monitor", "25"),
          Map.entry("monitors", "40"),
          Map.entry("newObject", "5"),
          Map.entry("newArrayInside", "10"),
          Map.entry("newArrayKept", "40"),
          Map.entry("listGet", "10"),
          Map.entry("mapGet", "10"),
          Map.entry("append", "10"));

  private final Figures figures;

  /** Whether a watched run of the table at hand was ended: then its mean is a lower bound. */
  private boolean ended;

  private final StringBuilder text = new StringBuilder();

  Tables(Figures figures) {
    this.figures = figures;
  }

  /** One table for each kind and JDK. */
  String all() {
    text.setLength(0);
    for (String jdk : figures.jdks()) {
      for (Kind kind : Kind.values()) {
        Set<String> names = figures.names(jdk, kind);
        if (!names.isEmpty()) {
          text.append("### ").append(kind.title).append(", JDK ").append(jdk).append("\n\n");
          if (kind == Kind.OPERATION) {
            operations(jdk, names);
          } else {
            programs(jdk, kind, names);
          }
        }
      }
    }
    return text.toString();
  }

  private void operations(String jdk, Set<String> names) {
    text.append("| operation | plain ns | watched ns | added ns | goal |\n");
    text.append("|---|--:|--:|--:|--:|\n");
    for (String name : names) {
      double plain = figures.median(jdk, Kind.OPERATION, name, Configuration.PLAIN, "ns");
      double full = figures.median(jdk, Kind.OPERATION, name, Configuration.FULL, "ns");
      row(name, "%.2f", plain, full, full - plain);
      text.append(" ≤ ").append(GOALS.getOrDefault(name, "–")).append(" |\n");
    }
    text.append('\n');
  }

  private void programs(String jdk, Kind kind, Set<String> names) {
    List<Configuration> others = new ArrayList<>();
    text.append("| program | plain CPU s | watched CPU s | ratio (of pairs) | pairs | busy");
    text.append(" | GC s | ratio | live MiB | plain MiB | watched MiB | ratio |");
    for (Configuration c : List.of(Configuration.SAMPLE, Configuration.LOCKS)) {
      if (names.stream().anyMatch(n -> !figures.ratios(jdk, kind, n, c, "cpu_ms").isEmpty())) {
        others.add(c);
        text.append(" mode=").append(c.key()).append(" |");
      }
    }
    text.append("\n|---|").append("--:|".repeat(11 + others.size())).append('\n');
    ended = false;
    List<Double> cpu = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    List<List<Double>> more = new ArrayList<>();
    others.forEach(c -> more.add(new ArrayList<>()));
    for (String name : names) {
      program(jdk, kind, name, cpu, memory);
      for (int i = 0; i < others.size(); i++) {
        List<Double> ratios = figures.ratios(jdk, kind, name, others.get(i), "cpu_ms");
        cell("%.2f", Figures.median(ratios));
        if (!ratios.isEmpty()) {
          more.get(i).add(Figures.median(ratios));
        }
      }
      text.append('\n');
    }
    text.append("| **geometric mean** | | |");
    cell(ended ? "**more than %.2f**" : "**%.2f**", Figures.mean(cpu));
    text.append(" | | | | | | |");
    cell("**%.2f**", Figures.mean(memory));
    more.forEach(ratios -> cell("**%.2f**", Figures.mean(ratios)));
    text.append("\n\n");
  }

  private void program(String jdk, Kind kind, String name, List<Double> cpu, List<Double> memory) {
    List<Double> ratios = figures.ratios(jdk, kind, name, Configuration.FULL, "cpu_ms");
    double plain = figures.median(jdk, kind, name, Configuration.PLAIN, "cpu_ms");
    double wall = figures.median(jdk, kind, name, Configuration.PLAIN, "wall_ms");
    double live = figures.median(jdk, kind, name, Configuration.PLAIN, "live_mib");
    double gc = figures.median(jdk, kind, name, Configuration.PLAIN, "gc_ms");
    double gcFull = figures.median(jdk, kind, name, Configuration.FULL, "gc_ms");
    double peak = figures.median(jdk, kind, name, Configuration.PLAIN, "peak_kib");
    double peakFull = figures.median(jdk, kind, name, Configuration.FULL, "peak_kib");
    double full = figures.median(jdk, kind, name, Configuration.FULL, "cpu_ms");
    row(name, "%.2f", plain / MILLIS_PER_SECOND, full / MILLIS_PER_SECOND);
    text.append(ratio(jdk, kind, name, ratios, plain));
    text.append(String.format(Locale.ROOT, " %d | %.0f %% |", ratios.size(), 100 * plain / wall));
    cell("%.2f", gcFull / MILLIS_PER_SECOND);
    cell("%.1f", gcFull / gc);
    text.append(live < 0 ? " – |" : String.format(Locale.ROOT, " %.0f |", live));
    cell("%.0f", peak / KIB_PER_MIB);
    cell("%.0f", peakFull / KIB_PER_MIB);
    cell("%.2f", peakFull / peak);
    if (!ratios.isEmpty()) {
      cpu.add(Figures.median(ratios));
      if (live >= LIVE) {
        memory.add(peakFull / peak);
      }
    } else if (Double.isFinite(cut(jdk, kind, name))) {
      ended = true;
      cpu.add(cut(jdk, kind, name) / plain);
    }
  }

  /** The ratios; of a run that was ended what it had come to. */
  private String ratio(String jdk, Kind kind, String name, List<Double> ratios, double plain) {
    if (ratios.isEmpty()) {
      double cut = cut(jdk, kind, name);
      return Double.isFinite(cut)
          ? String.format(Locale.ROOT, " more than %.1f, ended |", cut / plain)
          : " – |";
    }
    return String.format(
        Locale.ROOT,
        " %.2f (%.2f–%.2f) |",
        Figures.median(ratios),
        Figures.min(ratios),
        Figures.max(ratios));
  }

  /** CPU milliseconds of the watched run when it was ended; NaN if none was. */
  private double cut(String jdk, Kind kind, String name) {
    return figures.median(jdk, kind, name, Configuration.FULL, Journal.CUT);
  }

  private void row(String name, String format, double... values) {
    text.append("| ").append(name).append(" |");
    for (double value : values) {
      cell(format, value);
    }
  }

  private void cell(String format, double value) {
    text.append(' ')
        .append(Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–")
        .append(" |");
  }
}
