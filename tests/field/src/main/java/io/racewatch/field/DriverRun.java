package io.racewatch.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of one driver.
 *
 * @param exit its exit code
 * @param output what it printed
 * @param errors what stood on stderr
 */
record DriverRun(int exit, String output, List<String> errors) {
  /** Drivers with a folder below have the old release of a library there. */
  private static final String OLD = "oldbugs/";

  static DriverRun of(Path java, List<String> agent, String driver, Path files)
      throws IOException, InterruptedException {
    Path target = Path.of("tests/field/target").toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(agent);
    command.add("-cp");
    Path old = target.resolve(OLD + driver);
    boolean isOld = Files.isDirectory(old);
    command.add(target.resolve("classes") + ":" + (isOld ? old : target.resolve("lib")) + "/*");
    command.add("com.example." + (isOld ? OLD.replace('/', '.') : "field.") + driver);
    Path out = Path.of(files + ".out");
    Path err = Path.of(files + ".err");
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new DriverRun(exit, Files.readString(out), Files.readAllLines(err));
  }

  /** "same", or what is not. */
  String comparedWith(DriverRun watched) {
    if (exit != watched.exit) {
      return "exit code %d became %d".formatted(exit, watched.exit);
    }
    if (!output.equals(watched.output)) {
      return "printed %s became %s".formatted(output, watched.output);
    }
    if (watched.errors.stream().anyMatch(line -> line.contains("at io.racewatch."))) {
      return "an exception of the agent";
    }
    if (watched.lines("[racewatch]").stream().noneMatch(line -> line.contains("canary ok"))) {
      return "blind, or without a report";
    }
    return "same";
  }

  /** Lines of stderr that begin so. */
  List<String> lines(String start) {
    return errors.stream().filter(line -> line.startsWith(start)).toList();
  }
}
