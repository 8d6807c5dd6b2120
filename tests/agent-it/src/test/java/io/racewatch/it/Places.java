package io.racewatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the build put things. */
final class Places {
  /** The product. */
  static final Path JAR = path("it.jar");

  /** The module of the samples. */
  static final Path SAMPLES = path("it.samples");

  /** The compiled samples. */
  static final Path SAMPLE_CLASSES = SAMPLES.resolve("target/classes");

  /** The programs beside these tests, and the tests. */
  static final Path PROGRAMS = path("it.programs");

  /** Programs that only a newer JDK compiles. */
  static final Path NEWER_SOURCES = path("it.newer");

  /** Libraries in versions of long ago. */
  static final Path OLD_LIBRARIES = path("it.old");

  private static final AtomicInteger count = new AtomicInteger();

  private Places() {}

  /** A new, empty folder; kept after the tests, to look into. */
  static Path folder(String name) {
    try {
      Path parent = Files.createDirectories(path("it.work"));
      return Files.createTempDirectory(
          parent, String.format("%03d-%s-", count.incrementAndGet(), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar or folder that a class came from. */
  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property)).normalize();
  }
}
