package io.racewatch.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line asked for.
 *
 * @param java the program {@code java}
 * @param jar the agent
 * @param options of the agent, beside {@code output}
 * @param vm options of every JVM
 * @param runs pairs of runs; the median counts
 * @param quick a tenth of the work, to see that it runs
 * @param program a command to measure in place of the kernels; empty for the kernels
 */
record Setup(
    Path java,
    Path jar,
    List<String> options,
    List<String> vm,
    int runs,
    boolean quick,
    List<String> program) {
  private static final int RUNS = 5;

  static final String USAGE =
      "usage: Benchmarks [--quick] [--runs N] [--java PATH] [--jar PATH] [--option KEY=VALUE]..."
          + " [--vm OPTION]... [-- CLASSPATH-AND-MAIN...]";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a line for the user
   */
  static Setup parse(String[] args) {
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    Path jar = Path.of("agent/dist/target/racewatch.jar");
    List<String> options = new ArrayList<>();
    List<String> vm = new ArrayList<>();
    int runs = RUNS;
    boolean quick = false;
    List<String> program = List.of();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> quick = true;
        case "--runs" -> runs = Integer.parseInt(value(args, ++i));
        case "--java" -> java = Path.of(value(args, ++i));
        case "--jar" -> jar = Path.of(value(args, ++i));
        case "--option" -> options.add(value(args, ++i));
        case "--vm" -> vm.add(value(args, ++i));
        case "--" -> {
          program = Arrays.asList(args).subList(i + 1, args.length);
          i = args.length;
        }
        default -> throw new IllegalArgumentException("unknown: " + args[i] + "\n" + USAGE);
      }
    }
    return new Setup(java, jar.toAbsolutePath(), options, vm, runs, quick, program);
  }

  private static String value(String[] args, int index) {
    if (index == args.length) {
      throw new IllegalArgumentException(args[index - 1] + " needs a value\n" + USAGE);
    }
    return args[index];
  }
}
