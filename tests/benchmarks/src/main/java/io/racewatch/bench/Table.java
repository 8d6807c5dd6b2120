package io.racewatch.bench;

import java.util.Locale;

/** The figures as Markdown. */
final class Table {
  private static final double KIB_PER_MIB = 1024;
  private static final double MILLIS_PER_SECOND = 1000;

  private final StringBuilder text = new StringBuilder();
  private double product = 1;
  private int rows;

  Table() {
    text.append("| program | plain CPU s | watched CPU s | ratio | start-up CPU s, plain")
        .append(" | start-up CPU s, watched | ratio without start-up | plain wall s")
        .append(" | watched wall s | plain MiB | watched MiB | ratio |\n");
    text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
  }

  /** A row: the whole runs, and runs that only start and end. */
  void add(String name, Pairs whole, Pairs startUp) {
    double plain = whole.plain(Measurement::cpuMillis);
    double watched = whole.watched(Measurement::cpuMillis);
    double plainStart = startUp.plain(Measurement::cpuMillis);
    double watchedStart = startUp.watched(Measurement::cpuMillis);
    double net = (watched - watchedStart) / (plain - plainStart);
    double plainPeak = whole.plain(Measurement::peakKib);
    double watchedPeak = whole.watched(Measurement::peakKib);
    text.append("| ").append(name);
    seconds(plain);
    seconds(watched);
    cell("%.2f", watched / plain);
    seconds(plainStart);
    seconds(watchedStart);
    cell("%.2f", net);
    seconds(whole.plain(Measurement::wallMillis));
    seconds(whole.watched(Measurement::wallMillis));
    cell("%.0f", plainPeak / KIB_PER_MIB);
    cell("%.0f", watchedPeak / KIB_PER_MIB);
    cell("%.2f", watchedPeak / plainPeak);
    text.append(" |\n");
    product *= net;
    rows++;
  }

  private void seconds(double millis) {
    cell("%.2f", millis / MILLIS_PER_SECOND);
  }

  private void cell(String format, double value) {
    text.append(" | ").append(String.format(Locale.ROOT, format, value));
  }

  @Override
  public String toString() {
    return text
        + String.format(
            Locale.ROOT,
            "%nGeometric mean of the CPU ratios without start-up: %.2f%n",
            Math.pow(product, 1.0 / rows));
  }
}
