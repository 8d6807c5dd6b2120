package io.racewatch.report.common;

import io.racewatch.model.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Source lines from folders: those given, and where the usual builds keep the sources of the class
 * folders given. A source that was edited since it was compiled gives the line that stands there
 * now. Thread-safe.
 */
public final class SourceFolders implements SourceLines {
  /** A file larger than this was not written by hand. */
  private static final long MAX_BYTES = 4L << 20;

  /** Where classes lie in a project, and where their sources then do. */
  private static final List<List<String>> LAYOUTS =
      List.of(
          List.of("target/classes", "src/main/java"),
          List.of("target/classes", "src/main/kotlin"),
          List.of("target/test-classes", "src/test/java"),
          List.of("target/test-classes", "src/test/kotlin"),
          List.of("build/classes/java/main", "src/main/java"),
          List.of("build/classes/kotlin/main", "src/main/kotlin"),
          List.of("build/classes/java/test", "src/test/java"),
          List.of("build/classes/kotlin/test", "src/test/kotlin"),
          List.of("bin", "src"));

  private final List<Path> roots;
  private final Path project;
  private final Map<String, List<String>> files = new ConcurrentHashMap<>();

  private SourceFolders(Set<Path> roots, Path project) {
    this.roots = List.copyOf(roots);
    this.project = project;
  }

  /** For a class path with class folders, source folders, or both; jars are passed over. */
  public static SourceLines of(List<Path> classPath) {
    return of(classPath, projectOf(Path.of("").toAbsolutePath()));
  }

  /** The same, with paths relative to a project. */
  static SourceLines of(List<Path> classPath, Path project) {
    Set<Path> roots = new LinkedHashSet<>();
    for (Path entry : classPath) {
      Path folder = entry.toAbsolutePath().normalize();
      if (Files.isDirectory(folder)) {
        for (List<String> layout : LAYOUTS) {
          addSources(folder, layout.get(0), layout.get(1), roots);
        }
        roots.add(folder);
      }
    }
    return roots.isEmpty() ? SourceLines.NONE : new SourceFolders(roots, project);
  }

  private static void addSources(Path classes, String layout, String sources, Set<Path> roots) {
    Path tail = Path.of(layout);
    if (classes.endsWith(tail) && classes.getNameCount() > tail.getNameCount()) {
      Path project = classes.getRoot();
      int depth = classes.getNameCount() - tail.getNameCount();
      Path found = project.resolve(classes.subpath(0, depth)).resolve(sources);
      if (Files.isDirectory(found)) {
        roots.add(found);
      }
    }
  }

  /** The root of the checkout that a folder is in, or the folder itself. */
  private static Path projectOf(Path folder) {
    for (Path each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(".git"))) {
        return each;
      }
    }
    return folder;
  }

  @Override
  public String line(Frame frame) {
    if (frame.line() <= 0 || frame.file().isEmpty()) {
      return "";
    }
    String path = SourceLines.pathInSourceFolder(frame);
    List<String> lines = files.computeIfAbsent(path, this::read);
    return frame.line() <= lines.size() ? lines.get(frame.line() - 1) : "";
  }

  @Override
  public String path(Frame frame) {
    String path = SourceLines.pathInSourceFolder(frame);
    Path file = frame.file().isEmpty() ? null : find(path);
    return file == null || !file.startsWith(project)
        ? path
        : project.relativize(file).toString().replace('\\', '/');
  }

  private Path find(String path) {
    for (Path root : roots) {
      try {
        // Names come from class files, which may hold anything: stay below the root.
        Path file = root.resolve(path).normalize();
        if (file.startsWith(root) && Files.isRegularFile(file)) {
          return file;
        }
      } catch (InvalidPathException e) {
        return null; // a name that no file system knows
      }
    }
    return null;
  }

  private List<String> read(String path) {
    Path file = find(path);
    try {
      return file == null || Files.size(file) > MAX_BYTES
          ? List.of()
          : lines(Files.readAllBytes(file));
    } catch (IOException e) {
      return List.of(); // a line that cannot be quoted is left out
    }
  }

  /** Bytes that are not UTF-8 become replacement characters; the line numbers stay right. */
  private static List<String> lines(byte[] bytes) {
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("\\R", -1));
  }
}
