package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Proves that the figures are those of a detector that sees: the racy twin of each kernel. */
final class Twins {
  private static final String FIGURE = "twin_found";

  private Twins() {}

  /**
   * Runs the racy twin, and its clean original, once in the configuration that is measured. One
   * that takes too long proves nothing, and is tried again the next time.
   *
   * @throws IllegalStateException if the race is not in the report, or one is in the original's
   */
  static void check(Launch launch, Journal journal, Subject subject) throws Exception {
    boolean done =
        journal.lines().stream()
            .anyMatch(l -> l.figure().equals(FIGURE) && l.name().equals(subject.name()));
    if (done) {
      return;
    }
    System.err.println("racy twin: " + subject.name());
    String racy = report(launch, subject.twin());
    String clean = report(launch, subject.twin().subList(0, subject.twin().size() - 1));
    if (racy == null || clean == null) {
      System.err.println("took too long, so not proved: " + subject.name());
      return;
    }
    if (!racy.contains("\"data-race\"") || !racy.contains(subject.member())) {
      throw new IllegalStateException("the race on " + subject.member() + " was not found");
    }
    if (clean.contains("\"data-race\"")) {
      throw new IllegalStateException("a race in the clean kernel " + subject.name());
    }
    journal.add(subject.kind(), subject.name(), Configuration.FULL, 0, FIGURE, 1);
  }

  /** The report of a run, null if that was cut. */
  private static String report(Launch launch, java.util.List<String> program) throws Exception {
    Path folder = launch.folder();
    if (launch.run(Configuration.FULL, program, folder).exit() == Measurement.CUT) {
      return null;
    }
    return read(folder.resolve("report/racewatch.json"));
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("there is no report " + file);
    }
    return Files.readString(file);
  }
}
