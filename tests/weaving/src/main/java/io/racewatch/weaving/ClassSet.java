package io.racewatch.weaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Class files by internal name, read when they are asked for. Immutable.
 *
 * @param label what to call it
 * @param files the classes that a loader would find
 * @param others classes for other versions of the JDK (multi-release jars)
 */
record ClassSet(String label, Map<String, Path> files, List<Path> others) {
  private static final String SUFFIX = ".class";

  /** Every class of the running JDK's image. */
  static ClassSet image() {
    Map<String, Path> files = new TreeMap<>();
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
    for (Path module : list(modules)) {
      collect(module, files, new ArrayList<>());
    }
    return new ClassSet("JDK " + Runtime.version(), files, List.of());
  }

  /** Every class of a jar. The jar stays open as long as the JVM lives. */
  static ClassSet jar(Path jar) {
    try {
      FileSystem inside = FileSystems.newFileSystem(jar);
      Map<String, Path> files = new TreeMap<>();
      List<Path> others = new ArrayList<>();
      collect(inside.getPath("/"), files, others);
      return new ClassSet(jar.getFileName().toString(), files, others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(Path root, Map<String, Path> files, List<Path> others) {
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        String name = root.relativize(file).toString();
        if (!name.endsWith(SUFFIX) || name.endsWith("module-info.class")) {
          continue;
        }
        if (name.startsWith("META-INF/")) {
          others.add(file);
        } else {
          files.put(name.substring(0, name.length() - SUFFIX.length()), file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class file, or null. */
  byte[] bytes(String internalName) {
    Path file = files.get(internalName);
    return file == null ? null : read(file);
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
