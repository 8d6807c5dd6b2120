package io.racewatch.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(String name, Path home) {
  private static final Path USUAL = Path.of("/usr/lib/jvm");

  /** The JDK of this build, and a JDK 25 if {@code JAVA25_HOME} or the usual place has one. */
  static Stream<Jdk> all() throws IOException {
    List<Jdk> found = new ArrayList<>();
    found.add(new Jdk("this", Path.of(System.getProperty("java.home"))));
    String given = System.getenv("JAVA25_HOME");
    if (given != null && !given.isEmpty()) {
      found.add(new Jdk("25", Path.of(given)));
    } else if (Files.isDirectory(USUAL)) {
      try (DirectoryStream<Path> homes = Files.newDirectoryStream(USUAL, "*-25-*")) {
        for (Path home : homes) {
          if (Files.isExecutable(home.resolve("bin/java"))) {
            found.add(new Jdk("25", home));
            break;
          }
        }
      }
    }
    return found.stream();
  }

  String tool(String tool) {
    return home.resolve("bin").resolve(tool).toString();
  }

  @Override
  public String toString() {
    return "JDK " + name;
  }
}
