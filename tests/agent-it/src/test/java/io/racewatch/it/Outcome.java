package io.racewatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM left behind.
 *
 * @param exit its exit code; 128 and more for signals
 * @param out its standard output
 * @param err its standard error
 * @param folder where it ran
 */
record Outcome(int exit, String out, String err, Path folder) {
  /** The JSON report. */
  Report report() {
    return Report.read(folder.resolve("report"));
  }

  /** The lines on standard error that are not ours. */
  List<String> foreignLines() {
    return err.lines().filter(line -> !line.startsWith("[racewatch]")).toList();
  }

  /** The run files, wherever the report went. */
  List<Path> runFiles() {
    try (Stream<Path> files = Files.list(folder.resolve("report/runs"))) {
      return files.filter(p -> p.toString().endsWith(".rw")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "exit " + exit + " in " + folder + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
  }
}
