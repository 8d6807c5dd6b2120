package io.racewatch.weaving.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Real class files of moderate size: of the running JDK, and of the jars of a folder. */
final class SeedClasses {
  private static final int LARGEST = 12_000;

  private SeedClasses() {}

  /**
   * Every n-th small class of the JDK, ordered by name.
   *
   * @param every 1 for all
   */
  static List<byte[]> ofJdk(int every) {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
    return nth(modules, every);
  }

  /** Every n-th small class of all jars in a folder; none if there is no folder. */
  static List<byte[]> ofJars(Path folder, int every) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : (Iterable<Path>) jars.sorted()::iterator) {
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
          all.addAll(nth(inside.getPath("/"), every));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static List<byte[]> nth(Path root, int every) {
    List<Path> names = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(SeedClasses::isSeed).forEach(names::add);
      Collections.sort(names);
      List<byte[]> classes = new ArrayList<>();
      for (int i = 0; i < names.size(); i += every) {
        byte[] bytes = Files.readAllBytes(names.get(i));
        if (bytes.length <= LARGEST) {
          classes.add(bytes);
        }
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JVM lets nobody define classes of {@code java}. */
  private static boolean isSeed(Path file) {
    String name = file.toString();
    return name.endsWith(".class")
        && !name.endsWith("-info.class")
        && !name.startsWith("/META-INF")
        && !name.startsWith("/modules/java.base/java/")
        && !name.matches("/modules/[^/]*/java/.*");
  }
}
