package io.racewatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param home its folder
 * @param feature 17, 21, 25 …
 */
record Jdk(Path home, int feature) {
  private static final int NEWEST = 25;

  /** The JDK of the tests, and a JDK 25 where {@code JAVA25_HOME} or a sibling folder holds one. */
  static List<Jdk> all() {
    List<Jdk> all = new ArrayList<>();
    all.add(current());
    if (current().feature != NEWEST) {
      newest().ifPresent(all::add);
    }
    return all;
  }

  static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  Path java() {
    return home.resolve("bin/java");
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }

  private static Optional<Jdk> newest() {
    String named = System.getenv("JAVA25_HOME");
    if (named != null && !named.isBlank()) {
      return Optional.of(new Jdk(Path.of(named), NEWEST));
    }
    try (Stream<Path> siblings = Files.list(current().home.getParent())) {
      return siblings.filter(Jdk::isNewest).sorted().findFirst().map(p -> new Jdk(p, NEWEST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNewest(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + NEWEST);
    } catch (IOException e) {
      return false;
    }
  }
}
