package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Proves that the figures are those of a detector that sees: the racy twin of each kernel. */
final class Twins {
  private static final String FIGURE = "twin_found";

  private Twins() {}

  /**
   * Runs the racy twin, and its clean original, once in the configuration that is measured.
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
    if (!racy.contains("\"data-race\"") || !racy.contains(subject.member())) {
      throw new IllegalStateException("the race on " + subject.member() + " was not found");
    }
    String clean = report(launch, subject.twin().subList(0, subject.twin().size() - 1));
    if (clean.contains("\"data-race\"")) {
      throw new IllegalStateException("a race in the clean kernel " + subject.name());
    }
    journal.add(subject.kind(), subject.name(), Configuration.FULL, 0, FIGURE, 1);
  }

  private static String report(Launch launch, java.util.List<String> program) throws Exception {
    Path folder = launch.folder();
    launch.run(Configuration.FULL, program, folder);
    return read(folder.resolve("report/racewatch.json"));
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("there is no report " + file);
    }
    return Files.readString(file);
  }
}
