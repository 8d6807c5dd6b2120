package io.racewatch.code.input;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** The modules that a JDK, or a runtime made with jlink, carries in one file. */
final class JdkImage {
  private JdkImage() {}

  /** Whether the folder is the home of one. */
  static boolean isHome(Path folder) {
    return Files.isRegularFile(folder.resolve("lib/modules"));
  }

  /** The home that a file {@code lib/modules} belongs to. */
  static Path homeOf(Path modules) throws IOException {
    Path lib = modules.toAbsolutePath().normalize().getParent();
    Path home = lib == null ? null : lib.getParent();
    if (home == null || !isHome(home)) {
      throw new IOException("an image of modules is read where it was installed: in lib/modules");
    }
    return home;
  }

  /** Reads all of its classes; they count as the user's own, because they were asked for. */
  static void read(Path home, ClassSink sink) throws IOException {
    Path running = Path.of(System.getProperty("java.home"));
    if (Files.isSameFile(home, running)) {
      // Its file system is open already and must not be closed.
      all(FileSystems.getFileSystem(URI.create("jrt:/")), home, sink);
      return;
    }
    Map<String, String> of = Map.of("java.home", home.toAbsolutePath().toString());
    try (FileSystem image = FileSystems.newFileSystem(URI.create("jrt:/"), of)) {
      all(image, home, sink);
    }
  }

  private static void all(FileSystem image, Path home, ClassSink sink) throws IOException {
    try (Stream<Path> files = Files.walk(image.getPath("/modules"))) {
      Iterator<Path> each = files.filter(f -> f.toString().endsWith(".class")).iterator();
      while (each.hasNext()) {
        Path file = each.next();
        String place = home + "!" + file;
        try {
          sink.bytes(Files.readAllBytes(file), place, true);
        } catch (IOException e) {
          sink.broken(place, Inputs.reason(e));
        }
      }
    }
  }
}
