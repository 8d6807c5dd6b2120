package io.racewatch.bench;

import io.racewatch.bench.Subject.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of this module. */
final class Kernels {
  private static final int QUICK = 10;

  /**
   * One kernel.
   *
   * @param rounds for at least five CPU seconds without the agent
   * @param large rounds with 200 MB of live data
   * @param races the member that its racy twin races on
   */
  private record Kernel(String name, int rounds, int large, String races) {}

  private static final List<Kernel> ALL =
      List.of(
          new Kernel("Trees", 5500, 300, "com.example.kernels.Trees.visits"),
          new Kernel("BoundedQueue", 5500, 300, "com.example.kernels.BoundedQueue.lost"),
          new Kernel("StripedMap", 11_000, 300, "com.example.kernels.StripedMap.changes"),
          new Kernel("Accounts", 25_000, 1500, "com.example.kernels.Accounts.changes"),
          new Kernel("Matrix", 56_000, 60, "[]"));

  private Kernels() {}

  static List<Subject> all(boolean quick) {
    List<Subject> all = new ArrayList<>();
    for (Kernel kernel : ALL) {
      int rounds = quick ? kernel.rounds / QUICK : kernel.rounds;
      all.add(
          new Subject(
              Kind.KERNEL,
              kernel.name,
              command(kernel.name, rounds, "small"),
              command(kernel.name, rounds / QUICK, "small", "racy"),
              kernel.races));
      int large = quick ? kernel.large / QUICK : kernel.large;
      all.add(
          Subject.of(Kind.MEMORY, kernel.name, command(kernel.name, Math.max(1, large), "large")));
    }
    all.add(Subject.of(Kind.START, "Hello", classPath("com.example.kernels.Hello")));
    return all;
  }

  private static List<String> command(String name, int rounds, String... more) {
    List<String> command = classPath("com.example.kernels." + name);
    command.add(String.valueOf(rounds));
    command.addAll(List.of(more));
    return command;
  }

  private static List<String> classPath(String main) {
    return new ArrayList<>(List.of("-cp", classes().toString(), main));
  }

  private static Path classes() {
    try {
      return Path.of(Kernels.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
