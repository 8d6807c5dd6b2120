package io.racewatch.code;

import io.racewatch.model.catalog.Catalog;
import java.nio.file.Path;
import java.util.List;

/**
 * What to look at.
 *
 * @param paths jars, folders, modules: see {@link io.racewatch.code.input.Inputs}
 * @param classPath where classes that the paths refer to are found; not looked at themselves
 * @param catalog what methods do to the order of threads
 * @param progress told how far it is
 */
public record StaticInput(
    List<Path> paths, List<Path> classPath, Catalog catalog, Progress progress) {
  /** Copies the lists. */
  public StaticInput {
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
