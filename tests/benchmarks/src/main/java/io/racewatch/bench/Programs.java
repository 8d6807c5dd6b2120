package io.racewatch.bench;

import io.racewatch.bench.Subject.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The libraries of {@code tests/benchmarks/programs}, which the profile of that name builds. */
final class Programs {
  private static final int QUICK = 10;

  /**
   * One program.
   *
   * @param main its class in {@code com.example.programs}
   * @param work for at least five CPU seconds without the agent
   * @param jars beginnings of the names of the libraries that it needs
   */
  private record Program(String name, String main, int work, String... jars) {}

  private static final List<Program> ALL =
      List.of(
          new Program("H2 2.3.232, database", "Database", 18_000, "h2"),
          new Program("Lucene 9.12.1, search", "Search", 1200, "lucene"),
          new Program("Jetty 12.0.16, server", "WebServer", 8000, "jetty", "slf4j-api"),
          new Program("Pekko 1.1.3, actors", "Actors", 45_000, "pekko", "scala", "config"),
          new Program(
              "Caffeine 3.1.8, cache", "Cache", 2_500_000, "caffeine", "checker", "error_prone"),
          new Program(
              "Disruptor 4, JCTools 4, queues", "Queues", 9_000_000, "disruptor", "jctools"),
          new Program("Saxon 12.9, XML", "Xml", 22, "Saxon", "xmlresolver"),
          new Program("Rhino 1.7.15, JavaScript", "Script", 600, "rhino"),
          new Program("ECJ 3.40, compiler", "JavaCompiler", 2, "ecj"));

  private Programs() {}

  /** All of them; none if they were not built. */
  static List<Subject> all(Path target, boolean quick) throws IOException {
    if (!Files.isDirectory(target.resolve("lib"))) {
      System.err.println("no " + target + ": built with -Pbenchmarks, see the README");
      return List.of();
    }
    List<Subject> all = new ArrayList<>();
    for (Program program : ALL) {
      int work = Math.max(1, quick ? program.work / QUICK : program.work);
      String path = classPath(target, program.jars);
      List<String> command =
          List.of("-cp", path, "com.example.programs." + program.main, String.valueOf(work));
      all.add(Subject.of(Kind.PROGRAM, program.name, command));
    }
    String everything = classPath(target, "");
    all.add(
        Subject.of(
            Kind.START,
            "Spring Boot 3.4.1 with Tomcat",
            List.of("-cp", everything, "com.example.programs.SpringStart")));
    String many = classPath(target, "h2", "scala", "Saxon", "ecj", "lucene");
    all.add(
        Subject.of(
            Kind.START,
            "5,000 classes loaded",
            List.of("-cp", many, "com.example.programs.LoadClasses", "5000")));
    all.add(
        Subject.of(
            Kind.OPERATION,
            "operations",
            List.of("-cp", classPath(target, "jmh", "jopt", "commons-math3"))));
    return all;
  }

  private static String classPath(Path target, String... jars) throws IOException {
    StringBuilder path = new StringBuilder(target.resolve("classes").toString());
    try (Stream<Path> files = Files.list(target.resolve("lib"))) {
      files
          .filter(file -> Arrays.stream(jars).anyMatch(file.getFileName().toString()::startsWith))
          .sorted()
          .forEach(file -> path.append(File.pathSeparator).append(file));
    }
    return path.toString();
  }
}
