package io.racewatch.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of this module.
 *
 * @param name its class in {@code com.example.kernels}
 * @param rounds for at least five CPU seconds without the agent
 * @param races the member that its racy twin races on
 */
record Kernel(String name, int rounds, String races) {
  private static final int QUICK = 10;

  static final List<Kernel> ALL =
      List.of(
          new Kernel("Trees", 5000, "com.example.kernels.Trees.visits"),
          new Kernel("Matrix", 60_000, "[]"),
          new Kernel("StripedMap", 12_000, "com.example.kernels.StripedMap.changes"));

  /** The command to run all rounds. */
  List<String> command(Setup setup, String... more) {
    return command(setup.quick() ? rounds / QUICK : rounds, more);
  }

  /** The command to do next to nothing: start-up and end. */
  List<String> startUp() {
    return command(1);
  }

  private List<String> command(int count, String... more) {
    List<String> command = new ArrayList<>();
    command.add("-cp");
    command.add(classes().toString());
    command.add("com.example.kernels." + name);
    command.add(String.valueOf(count));
    command.addAll(List.of(more));
    return command;
  }

  private static Path classes() {
    try {
      return Path.of(Kernel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
