package io.racewatch.code.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Jars and what is like them, and the jars inside. */
final class Archive {
  private static final Set<String> ENDINGS = Set.of("jar", "war", "ear", "jmod", "zip", "aar");

  /** Deeper nesting than an ear with a war with a jar with a jar is somebody's joke. */
  private static final int DEEPEST = 6;

  private static final int LARGEST_CLASS = 64 << 20;

  private final ClassSink sink;
  private final int depth;

  private Archive(ClassSink sink, int depth) {
    this.sink = sink;
    this.depth = depth;
  }

  /** Whether a file is one, by its first bytes or its name. */
  static boolean looksLikeOne(byte[] head, Path path) {
    boolean zip = head[0] == 'P' && head[1] == 'K';
    boolean module = head[0] == 'J' && head[1] == 'M';
    return zip || module || isArchive(path.toString());
  }

  /** Whether a name is that of one. */
  static boolean isArchive(String name) {
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Reads one.
   *
   * @throws IOException if it cannot be opened as a whole
   */
  static void read(Path file, String place, boolean own, ClassSink sink) throws IOException {
    new Archive(sink, 0).read(file, place, own);
  }

  private void read(Path file, String place, boolean own) throws IOException {
    try (JarFile jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      Layout layout = Layout.of(jar);
      var entries = jar.versionedStream().iterator();
      while (entries.hasNext()) {
        JarEntry entry = entries.next();
        String name = entry.getName();
        if (Layout.isClass(name, entry.getSize())) {
          if (layout.counts(name)) {
            classFile(jar, entry, place, own && layout.isOwn(name));
          }
        } else if (isArchive(name) && !entry.isDirectory()) {
          inner(jar, entry, place, own && layout.isOwn(name));
        }
      }
    }
  }

  private void classFile(JarFile jar, JarEntry entry, String place, boolean own) {
    String here = place + "!" + entry.getName();
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(LARGEST_CLASS);
      if (bytes.length == LARGEST_CLASS) {
        sink.broken(here, "it is too large for a class file");
      } else {
        sink.bytes(bytes, here, own);
      }
    } catch (IOException | SecurityException e) {
      sink.broken(here, e.getMessage());
    }
  }

  /** Through a file, because only a file tells the releases of its classes apart. */
  private void inner(JarFile jar, JarEntry entry, String place, boolean own) {
    String here = place + "!" + entry.getName();
    if (depth + 1 > DEEPEST) {
      sink.broken(here, "it is packed too deep");
      return;
    }
    try {
      Path copy = Files.createTempFile("racewatch-", ".jar");
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        new Archive(sink, depth + 1).read(copy, here, own);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException | SecurityException e) {
      sink.broken(here, e.getMessage());
    }
  }
}
