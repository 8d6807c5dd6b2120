package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program without and with the agent. */
final class Launch {
  private final Setup setup;
  private final Path root;
  private int count;

  Launch(Setup setup) throws IOException {
    this.setup = setup;
    this.root = Files.createTempDirectory("racewatch-bench");
  }

  /** Where everything is kept. */
  Path root() {
    return root;
  }

  /** A run; {@code program} is class path options, main class and arguments. */
  Measurement plain(List<String> program) throws Exception {
    return run(List.of(), program, folder());
  }

  /** A run with the agent; the report goes to {@code folder/report}. */
  Measurement watched(List<String> program, Path folder) throws Exception {
    List<String> options = new ArrayList<>(setup.options());
    options.add("output=" + folder.resolve("report"));
    String agent = "-javaagent:" + setup.jar() + "=" + String.join(",", options);
    return run(List.of(agent), program, folder);
  }

  /** A new folder for one run. */
  Path folder() throws IOException {
    return Files.createDirectory(root.resolve("run-" + ++count));
  }

  private Measurement run(List<String> agent, List<String> program, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(setup.java().toString());
    command.addAll(agent);
    command.addAll(setup.vm());
    command.addAll(program);
    return Measurement.of(command, folder);
  }
}
