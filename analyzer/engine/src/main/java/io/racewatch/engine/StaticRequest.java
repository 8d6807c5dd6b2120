package io.racewatch.engine;

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
