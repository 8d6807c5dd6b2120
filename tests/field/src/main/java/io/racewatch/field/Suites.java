package io.racewatch.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the tests that libraries publish, without and with the agent: {@code Suites [--java PATH]…
 * [--jar PATH] [SUITE]…}. What passes without must pass with it. Classes in which a test ended
 * otherwise are run once more, alone, both ways, for many a test depends on the time that it takes;
 * both results are printed. Ends with 1 if something still is not so. Not thread-safe.
 */
public final class Suites {
  private final List<Path> javas = new ArrayList<>();
  private final List<String> suites = new ArrayList<>();
  private Path jar = Path.of("agent/dist/target/racewatch.jar");

  private Suites() {}

  /** The command line is in the class comment. */
  public static void main(String[] args) throws Exception {
    Suites suites = new Suites();
    suites.parse(args);
    System.exit(suites.run() ? 0 : 1);
  }

  private void parse(String[] args) throws IOException {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--java" -> javas.add(Path.of(args[++i]));
        case "--jar" -> jar = Path.of(args[++i]);
        default -> suites.add(args[i]);
      }
    }
    if (javas.isEmpty()) {
      javas.add(Path.of(System.getProperty("java.home"), "bin/java"));
    }
    if (suites.isEmpty()) {
      try (Stream<Path> all = Files.list(SuiteRun.ROOT)) {
        all.filter(f -> Files.exists(f.resolve(SuiteRun.SELECTION)))
            .map(f -> f.getFileName().toString())
            .sorted()
            .forEach(suites::add);
      }
    }
  }

  private boolean run() throws Exception {
    boolean good = true;
    Path runs = Files.createDirectories(Path.of("tests/field/target/runs"));
    for (Path java : javas) {
      for (String suite : suites) {
        Path folder = Files.createTempDirectory(runs, suite + "-").toAbsolutePath();
        good &= compare(java, suite, folder);
      }
    }
    return good;
  }

  private boolean compare(Path java, String suite, Path folder) throws Exception {
    Map<String, String> differences = compare(java, suite, folder, List.of());
    if (differences.isEmpty()) {
      return true;
    }
    List<String> alone =
        differences.keySet().stream().map(SuiteRun::classOf).distinct().sorted().toList();
    System.out.println("  once more, alone: " + alone);
    return compare(java, suite, folder.resolve("again"), alone).isEmpty();
  }

  private Map<String, String> compare(Path java, String suite, Path folder, List<String> classes)
      throws Exception {
    SuiteRun plain = SuiteRun.of(java, suite, List.of(), classes, folder.resolve("plain"));
    String agent =
        "-javaagent:%s=output=%s,formats=text,json,verbose=on,exit-budget=60s"
            .formatted(jar.toAbsolutePath(), folder.resolve("report"));
    SuiteRun watched = SuiteRun.of(java, suite, List.of(agent), classes, folder.resolve("watched"));
    System.out.printf("%s, %s: %s%n", suite, java, plain.summary());
    System.out.printf("  watched: %s%n", watched.summary());
    Map<String, String> differences = plain.differences(watched);
    differences.forEach((test, how) -> System.out.println("  " + test + ": " + how));
    watched.lines("[racewatch] JVM").forEach(System.out::println);
    List<String> ours = watched.lines("at io.racewatch.");
    ours.forEach(line -> System.out.println("  OURS: " + line));
    System.out.println("  all of it: " + folder);
    if (plain.count() == 0 || !ours.isEmpty() || watched.lines("canary ok").isEmpty()) {
      throw new IllegalStateException("no tests, an error of the agent, or a blind run: " + folder);
    }
    return differences;
  }
}
