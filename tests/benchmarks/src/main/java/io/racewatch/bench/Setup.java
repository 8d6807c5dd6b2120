package io.racewatch.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the command line asked for. */
final class Setup {
  private static final int ROUNDS = 5;
  private static final long LIMIT_SECONDS = 150;

  static final String USAGE =
      "usage: Benchmarks [--quick] [--rounds N] [--minutes N] [--limit SECONDS] [--only WORD]... [--with sample]"
          + " [--with locks] [--java PATH] [--jar PATH] [--option KEY=VALUE]... [--vm OPTION]..."
          + " [--results FILE] [--publish] [-- CLASSPATH-AND-MAIN...]";

  private Path java = Path.of(System.getProperty("java.home"), "bin/java");
  private Path jar = Path.of("agent/dist/target/racewatch.jar").toAbsolutePath();
  private Path results;
  private final List<String> options = new ArrayList<>();
  private final List<String> vm = new ArrayList<>();
  private final List<String> only = new ArrayList<>();
  private final List<Configuration> configurations =
      new ArrayList<>(List.of(Configuration.PLAIN, Configuration.FULL));
  private int rounds = ROUNDS;
  private long limitSeconds = LIMIT_SECONDS;
  private double minutes = Double.MAX_VALUE / 1e12;
  private boolean quick;
  private boolean publish;
  private List<String> program = List.of();

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a line for the user
   */
  static Setup parse(String[] args) {
    Setup setup = new Setup();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--")) {
        setup.program = Arrays.asList(args).subList(i + 1, args.length);
        break;
      }
      if (!setup.flag(args[i])) {
        if (i + 1 == args.length) {
          throw new IllegalArgumentException(args[i] + " needs a value, or is unknown\n" + USAGE);
        }
        setup.option(args[i], args[++i]);
      }
    }
    return setup;
  }

  private boolean flag(String arg) {
    quick |= arg.equals("--quick");
    publish |= arg.equals("--publish");
    return arg.equals("--quick") || arg.equals("--publish");
  }

  private void option(String key, String value) {
    switch (key) {
      case "--rounds" -> rounds = Integer.parseInt(value);
      case "--limit" -> limitSeconds = Long.parseLong(value);
      case "--minutes" -> minutes = Double.parseDouble(value);
      case "--only" -> only.add(value.toLowerCase(Locale.ROOT));
      case "--with" -> configurations.add(Configuration.valueOf(value.toUpperCase(Locale.ROOT)));
      case "--java" -> java = Path.of(value);
      case "--jar" -> jar = Path.of(value).toAbsolutePath();
      case "--option" -> options.add(value);
      case "--vm" -> vm.add(value);
      case "--results" -> results = Path.of(value);
      default -> throw new IllegalArgumentException("unknown: " + key + "\n" + USAGE);
    }
  }

  /** The program {@code java}. */
  Path java() {
    return java;
  }

  /** The agent. */
  Path jar() {
    return jar;
  }

  /** Of the agent, beside what the configuration and the output need. */
  List<String> options() {
    return options;
  }

  /** Of every JVM. */
  List<String> vm() {
    return vm;
  }

  List<Configuration> configurations() {
    return configurations;
  }

  /** Runs of each program in each configuration. */
  int rounds() {
    return rounds;
  }

  /** After which a run is ended. */
  long limitSeconds() {
    return limitSeconds;
  }

  /** After which nothing is begun. */
  double minutes() {
    return minutes;
  }

  /** A tenth of the work, to see that it runs. */
  boolean quick() {
    return quick;
  }

  /** Whether the page of the documentation is written. */
  boolean publish() {
    return publish;
  }

  /** A command to measure in place of all else; mostly empty. */
  List<String> program() {
    return program;
  }

  /** Where the figures are kept; quick ones apart. */
  Path results() {
    String name = quick ? "quick.csv" : "results.csv";
    return results != null ? results : Path.of("tests/benchmarks/target").resolve(name);
  }

  /** Whether a subject was asked for, by a part of its kind or name. */
  boolean wants(Subject subject) {
    String text = (subject.kind().key() + " " + subject.name()).toLowerCase(Locale.ROOT);
    return only.isEmpty() || only.stream().anyMatch(text::contains);
  }
}
