package io.racewatch.field;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs drivers without and with the agent: {@code Field [--java PATH]… [--jar PATH] [DRIVER]…}.
 * What a driver prints and its exit code must be the same, and no error of the agent may be on
 * stderr. Ends with 1 if something is not so. Not thread-safe.
 */
public final class Field {
  private static final List<String> DRIVERS =
      List.of(
          "H2",
          "Lucene",
          "Jetty",
          "CaffeineCache",
          "Disruptors",
          "JcTools",
          "Guava",
          "Netty",
          "RxJava",
          "Reactor",
          "Coroutines",
          "Pekko",
          "JacksonTypes",
          "JacksonTypeInfo",
          "IndriyaPi",
          "H2Shutdown",
          "H2Exit",
          "Reload4jAsync",
          "DbcpEvictor",
          "XrayEnd",
          "XrayStream",
          "DuckClose",
          "JavaPoetNames",
          "FunctionalEqual");

  private final List<Path> javas = new ArrayList<>();
  private final List<String> drivers = new ArrayList<>();
  private Path jar = Path.of("agent/dist/target/racewatch.jar");

  private Field() {}

  /** The command line is in the class comment. */
  public static void main(String[] args) throws Exception {
    Field field = new Field();
    field.parse(args);
    System.exit(field.run() ? 0 : 1);
  }

  private void parse(String[] args) {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--java" -> javas.add(Path.of(args[++i]));
        case "--jar" -> jar = Path.of(args[++i]);
        default -> drivers.add(args[i]);
      }
    }
    if (javas.isEmpty()) {
      javas.add(Path.of(System.getProperty("java.home"), "bin/java"));
    }
    if (drivers.isEmpty()) {
      drivers.addAll(DRIVERS);
    }
  }

  private boolean run() throws Exception {
    boolean good = true;
    Path root = Files.createDirectories(Path.of("tests/field/target/runs"));
    for (int j = 0; j < javas.size(); j++) {
      for (String driver : drivers) {
        Path folder = Files.createTempDirectory(root, driver + "-");
        DriverRun plain = DriverRun.of(javas.get(j), List.of(), driver, folder.resolve("plain"));
        String agent =
            "-javaagent:%s=output=%s,formats=text,json,verbose=on"
                .formatted(jar.toAbsolutePath(), folder.resolve("report").toAbsolutePath());
        DriverRun watched =
            DriverRun.of(javas.get(j), List.of(agent), driver, folder.resolve("watched"));
        String verdict = plain.comparedWith(watched);
        good &= verdict.equals("same");
        System.out.printf("%s, %s: %s%n", driver, javas.get(j), verdict);
        watched.lines("[racewatch] JVM").forEach(System.out::println);
        watched.lines("[racewatch] data race").forEach(System.out::println);
        System.out.println("  all of it: " + folder);
      }
    }
    return good;
  }
}
