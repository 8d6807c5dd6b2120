package io.racewatch.code.input;

import io.racewatch.bytecode.ClassBytes;
import io.racewatch.bytecode.LoaderTypes;
import io.racewatch.bytecode.TypeIndex;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Classes by name, in jars and class folders; what is in none of them is asked of the running JDK.
 * Safe from several threads at once.
 */
public final class ClassPath implements ClassBytes, Closeable {
  private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

  private final List<Path> folders = new ArrayList<>();
  private final List<JarFile> jars = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final TypeIndex types = new TypeIndex(this, new LoaderTypes().of(null));

  private ClassPath() {}

  /**
   * Opens one. As for a JVM, {@code folder/*} means the jars in a folder. Close it.
   *
   * @param entries jars and folders; what cannot be opened is in {@link #unreadable}
   */
  public static ClassPath of(List<Path> entries) {
    ClassPath path = new ClassPath();
    Set<Path> seen = new HashSet<>();
    for (Path entry : entries) {
      if (seen.add(entry)) {
        path.add(entry);
      }
    }
    return path;
  }

  private void add(Path entry) {
    try {
      if (entry.endsWith("*")) {
        Path folder = entry.getParent() == null ? Path.of("") : entry.getParent();
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.sorted().toList()) {
            if (file.toString().endsWith(".jar")) {
              open(file);
            }
          }
        }
      } else if (Files.isDirectory(entry)) {
        folders.add(entry);
      } else {
        open(entry);
      }
    } catch (IOException e) {
      unreadable.add(entry + ": " + Inputs.reason(e));
    }
  }

  private void open(Path file) throws IOException {
    jars.add(new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
  }

  /** An index of the types found here; classes with bytes at hand may be added to it. */
  public TypeIndex types() {
    return types;
  }

  /** A line for each entry that could not be opened. */
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  @Override
  public Found find(String internalName) {
    String file = internalName + ".class";
    try {
      for (Path folder : folders) {
        Path candidate = folder.resolve(file).normalize();
        if (candidate.startsWith(folder) && Files.isRegularFile(candidate)) {
          return new Found(Files.readAllBytes(candidate), false);
        }
      }
      for (JarFile jar : jars) {
        ZipEntry entry = jar.getEntry(file);
        if (entry != null) {
          try (InputStream in = jar.getInputStream(entry)) {
            return new Found(in.readAllBytes(), false);
          }
        }
      }
      try (InputStream in = JDK.getResourceAsStream(file)) {
        return in == null ? null : new Found(in.readAllBytes(), true);
      }
    } catch (IOException | IllegalArgumentException | SecurityException unreadableEntry) {
      return null;
    }
  }

  @Override
  public void close() {
    for (JarFile jar : jars) {
      try {
        jar.close();
      } catch (IOException ignored) {
        // Nothing was written to it.
      }
    }
  }
}
