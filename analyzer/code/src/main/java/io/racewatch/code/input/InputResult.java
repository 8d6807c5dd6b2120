package io.racewatch.code.input;

import java.util.List;

/**
 * What became of the paths.
 *
 * @param classes how many class files were handed on
 * @param unreadable a line for each path that is missing or is nothing that can be read
 * @param broken what could not be read inside paths that could
 * @param notes lines that a reader of the report must know
 */
public record InputResult(
    int classes, List<String> unreadable, List<Broken> broken, List<String> notes) {
  /** Copies the lists. */
  public InputResult {
    unreadable = List.copyOf(unreadable);
    broken = List.copyOf(broken);
    notes = List.copyOf(notes);
  }
}
