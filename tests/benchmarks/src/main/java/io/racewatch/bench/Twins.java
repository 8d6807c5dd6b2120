package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Proves that the figures are those of a detector that sees: the racy twin of each kernel. */
final class Twins {
  private Twins() {}

  /**
   * Runs the racy twin once, in the configuration that was measured.
   *
   * @throws IllegalStateException if its race is not in the report
   */
  static void check(Launch launch, Setup setup, Kernel kernel) throws Exception {
    Path folder = launch.folder();
    launch.watched(kernel.command(setup, "racy"), folder);
    String report = report(folder);
    if (!report.contains("\"data-race\"") || !report.contains(kernel.races())) {
      throw new IllegalStateException(
          "the race on " + kernel.races() + " was not found, see " + folder);
    }
  }

  /**
   * Looks at the report of a clean kernel.
   *
   * @throws IllegalStateException if a race is in it
   */
  static void checkClean(Launch launch, Kernel kernel) throws Exception {
    Path folder = launch.folder();
    launch.watched(kernel.startUp(), folder);
    String report = report(folder);
    if (report.contains("\"data-race\"")) {
      throw new IllegalStateException("a race in a clean kernel, see " + folder);
    }
  }

  private static String report(Path folder) throws IOException {
    Path file = folder.resolve("report/racewatch.json");
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("there is no report, see " + folder);
    }
    return Files.readString(file);
  }
}
