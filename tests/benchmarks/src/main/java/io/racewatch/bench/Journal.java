package io.racewatch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of results: a line for each figure, written as soon as it is known, so that a run that
 * is cut loses nothing and can be resumed.
 */
final class Journal {
  private static final String HEADER = "time;jdk;kind;name;configuration;round;figure;value";
  private static final int COLUMNS = 8;

  /** The CPU time until a run was ended, which took too long; it is not tried again. */
  static final String CUT = "cut_cpu_ms";

  private final Path file;
  private final String jdk;
  private final List<Line> lines = new ArrayList<>();

  /** One figure. */
  record Line(
      String time,
      String jdk,
      String kind,
      String name,
      String configuration,
      int round,
      String figure,
      double value) {
    boolean isOf(String itsJdk, Subject.Kind itsKind) {
      return jdk.equals(itsJdk) && kind.equals(itsKind.key());
    }
  }

  /** Opens the file, with what is in it. */
  Journal(Path file, String jdk) throws IOException {
    this.file = file;
    this.jdk = jdk;
    if (Files.isRegularFile(file)) {
      for (String text : Files.readAllLines(file)) {
        String[] parts = text.split(";");
        if (parts.length == COLUMNS && !text.equals(HEADER)) {
          lines.add(line(parts));
        }
      }
    } else {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, HEADER + "\n");
    }
  }

  private static Line line(String[] p) {
    return new Line(
        p[0], p[1], p[2], p[3], p[4], Integer.parseInt(p[5]), p[6], Double.parseDouble(p[7]));
  }

  List<Line> lines() {
    return lines;
  }

  /** Adds a figure. */
  void add(
      Subject.Kind kind,
      String name,
      Configuration configuration,
      int round,
      String figure,
      double value)
      throws IOException {
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Line line = new Line(time, jdk, kind.key(), name, configuration.key(), round, figure, value);
    lines.add(line);
    String text =
        String.join(";", time, jdk, line.kind, name, line.configuration, "" + round, figure);
    Files.writeString(
        file, text + ";" + value + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /** Whether that was measured in that round, or for operations: any of them. */
  boolean has(Subject subject, Configuration configuration, int round) {
    return lines.stream()
        .anyMatch(
            l ->
                l.isOf(jdk, subject.kind())
                    && (subject.isOperations() || l.name.equals(subject.name()))
                    && l.configuration.equals(configuration.key())
                    && (l.round == round || l.figure.equals(CUT)));
  }

  /** How long that took when it was last run, -1 if it never was. */
  double lastSeconds(Subject subject, Configuration configuration) {
    double seconds = -1;
    for (Line l : lines) {
      boolean same =
          l.isOf(jdk, subject.kind())
              && l.configuration.equals(configuration.key())
              && l.name.equals(subject.name());
      if (same && l.figure.equals("wall_ms")) {
        seconds = l.value / 1000;
      }
    }
    return seconds;
  }
}
