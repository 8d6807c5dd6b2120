package io.racewatch.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the static half is to look at.
 *
 * @param paths jars, class folders, modules
 * @param classPath where the classes that they refer to are found
 * @param primitives a file with the user's own catalogue rows, or null
 * @param cache the folder for what was found before, or null for none
 * @param progress told how far it is
 */
public record StaticRequest(
    List<Path> paths, List<Path> classPath, Path primitives, Path cache, Progress progress) {
  /** Copies the lists. */
  public StaticRequest {
    paths = List.copyOf(paths);
    classPath = List.copyOf(classPath);
  }

  /**
   * For the class path of a program: its class folders are looked at, or its first jar if it has
   * none; the rest is where they refer to.
   */
  public static StaticRequest ofClassPath(List<Path> entries, Path primitives, Path cache) {
    List<Path> folders = entries.stream().filter(Files::isDirectory).toList();
    List<Path> jars = entries.stream().filter(Files::isRegularFile).toList();
    List<Path> looked = folders.isEmpty() ? jars.stream().limit(1).toList() : folders;
    List<Path> around = jars.stream().filter(jar -> !looked.contains(jar)).toList();
    return new StaticRequest(looked, around, primitives, cache, Progress.NONE);
  }

  /** Told how far the work is; called often, by several threads. */
  public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, of) -> {};

    /**
     * So many classes are done.
     *
     * @param of how many there are
     */
    void at(int done, int of);
  }
}
