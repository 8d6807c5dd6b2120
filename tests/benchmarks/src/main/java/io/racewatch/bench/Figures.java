package io.racewatch.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Medians and spreads of what is in the file of results. */
final class Figures {
  private final List<Journal.Line> lines;

  Figures(List<Journal.Line> lines) {
    this.lines = lines;
  }

  /** The JDKs that were measured, in the order in which they first come. */
  Set<String> jdks() {
    Set<String> jdks = new LinkedHashSet<>();
    lines.forEach(line -> jdks.add(line.jdk()));
    return jdks;
  }

  /** The programs of a table, in the order in which they first come. */
  Set<String> names(String jdk, Subject.Kind kind) {
    Set<String> names = new LinkedHashSet<>();
    for (Journal.Line line : lines) {
      if (line.isOf(jdk, kind) && line.round() > 0 && !line.name().equals("operations")) {
        names.add(line.name());
      }
    }
    return names;
  }

  /** First and last day, or nothing. */
  String days() {
    if (lines.isEmpty()) {
      return "";
    }
    String first = lines.get(0).time().substring(0, "2000-01-01".length());
    String last = lines.get(lines.size() - 1).time().substring(0, first.length());
    return first.equals(last) ? first : first + " to " + last;
  }

  /** All values of one figure, by round. */
  Map<Integer, Double> values(
      String jdk, Subject.Kind kind, String name, Configuration configuration, String figure) {
    Map<Integer, Double> values = new TreeMap<>();
    for (Journal.Line line : lines) {
      boolean same =
          line.isOf(jdk, kind)
              && line.name().equals(name)
              && line.configuration().equals(configuration.key())
              && line.figure().equals(figure);
      if (same) {
        values.put(line.round(), line.value());
      }
    }
    return values;
  }

  /** Their median, NaN if there is none. */
  double median(
      String jdk, Subject.Kind kind, String name, Configuration configuration, String figure) {
    return median(values(jdk, kind, name, configuration, figure).values());
  }

  /** The quotients of watched and plain, of the rounds that have both. */
  List<Double> ratios(
      String jdk, Subject.Kind kind, String name, Configuration configuration, String figure) {
    Map<Integer, Double> plain = values(jdk, kind, name, Configuration.PLAIN, figure);
    Map<Integer, Double> watched = values(jdk, kind, name, configuration, figure);
    List<Double> ratios = new ArrayList<>();
    plain.forEach(
        (round, value) -> {
          if (watched.containsKey(round)) {
            ratios.add(watched.get(round) / value);
          }
        });
    return ratios;
  }

  static double median(java.util.Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Geometric mean, NaN of nothing. */
  static double mean(List<Double> values) {
    double logs = values.stream().mapToDouble(Math::log).sum();
    return values.isEmpty() ? Double.NaN : Math.exp(logs / values.size());
  }

  static double min(java.util.Collection<Double> values) {
    return Arrays.stream(toArray(values)).min().orElse(Double.NaN);
  }

  static double max(java.util.Collection<Double> values) {
    return Arrays.stream(toArray(values)).max().orElse(Double.NaN);
  }

  private static double[] toArray(java.util.Collection<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }
}
