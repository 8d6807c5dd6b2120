package io.racewatch.code.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Folders with classes, jars, or both. Symbolic links inside are not followed. */
final class ClassFolder {
  private static final Set<String> LIBRARIES = Set.of("lib", "libs");

  private ClassFolder() {}

  /**
   * Reads all of it, in the order of the names, so that each time gives the same.
   *
   * @throws IOException if the folder itself cannot be listed
   */
  static void read(Path folder, ClassSink sink) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(folder, new Finder(folder, files, sink));
    files.sort(null);
    // Classes first: they are newer than the jars that a build made of them.
    for (Path file : files) {
      if (!Archive.isArchive(file.toString())) {
        one(file, () -> sink.bytes(Files.readAllBytes(file), file.toString(), true), sink);
      }
    }
    for (Path file : files) {
      if (Archive.isArchive(file.toString())) {
        boolean own = !isLibrary(folder.relativize(file));
        one(file, () -> Archive.read(file, file.toString(), own, sink), sink);
      }
    }
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static void one(Path file, Reading reading, ClassSink sink) {
    try {
      reading.run();
    } catch (IOException e) {
      sink.broken(file.toString(), Inputs.reason(e));
    }
  }

  private static boolean isLibrary(Path file) {
    for (Path part : file) {
      if (LIBRARIES.contains(part.toString())) {
        return true;
      }
    }
    return false;
  }

  /** Finds the files; what cannot be listed is said and passed over. */
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> files;
    private final ClassSink sink;

    Finder(Path top, List<Path> files, ClassSink sink) {
      this.top = top;
      this.files = files;
      this.sink = sink;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.toString();
      boolean inMeta = top.relativize(file).startsWith("META-INF");
      if (attributes.isRegularFile() && (name.endsWith(".class") && !inMeta || isJar(name))) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isJar(String name) {
      return Archive.isArchive(name) && !name.endsWith(".zip");
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(top)) {
        throw e;
      }
      sink.broken(file.toString(), Inputs.reason(e));
      return FileVisitResult.CONTINUE;
    }
  }
}
