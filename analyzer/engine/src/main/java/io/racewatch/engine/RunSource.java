package io.racewatch.engine;

import java.nio.file.Path;

/**
 * Where the entries of a run are: in a file, and what could not be written follows in memory.
 *
 * @param path the run file; null if all is in memory
 * @param rest the bytes after its last; mostly empty
 */
public record RunSource(Path path, byte[] rest) {
  private static final byte[] NOTHING = {};

  /** A file that is whole. */
  public static RunSource of(Path path) {
    return new RunSource(path, NOTHING);
  }

  /** For messages. */
  String name() {
    return path == null ? "the run in memory" : path.toString();
  }
}
