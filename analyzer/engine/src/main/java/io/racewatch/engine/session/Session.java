package io.racewatch.engine.session;

import java.nio.file.Path;
import java.util.List;

/**
 * The run files of a JVM and of the JVMs that it started.
 *
 * @param id the first part of their names; empty for files that are named otherwise
 * @param files sorted by name; never empty
 * @param newest when the latest of them was last written, in milliseconds since 1970
 */
public record Session(String id, List<Path> files, long newest) {
  /** Copies the list. */
  public Session {
    files = List.copyOf(files);
  }
}
