package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program in one of the configurations. */
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
  Measurement run(Configuration configuration, List<String> program, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(setup.java().toString());
    command.addAll(agent(configuration, folder, List.of()));
    command.add("-Xlog:gc:file=" + folder.resolve(Collections.FILE));
    command.addAll(setup.vm());
    command.addAll(program);
    return Measurement.of(command, folder, setup.limitSeconds());
  }

  /** The JVM's option for the agent, or nothing; the report goes to {@code folder/report}. */
  List<String> agent(Configuration configuration, Path folder, List<String> more) {
    if (configuration == Configuration.PLAIN) {
      return List.of();
    }
    List<String> options = new ArrayList<>(configuration.options);
    options.addAll(setup.options());
    options.addAll(more);
    options.add("output=" + folder.resolve("report"));
    return List.of("-javaagent:" + setup.jar() + "=" + String.join(",", options));
  }

  /** A new folder for one run. */
  Path folder() throws IOException {
    return Files.createDirectory(root.resolve("run-" + ++count));
  }
}
