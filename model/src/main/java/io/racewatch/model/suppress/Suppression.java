package io.racewatch.model.suppress;

import io.racewatch.model.Finding;
import java.time.LocalDate;

/**
 * One line of a suppression file. Immutable.
 *
 * @param kind what the pattern is compared with
 * @param pattern where {@code *} stands for any characters
 * @param until the last day on which it holds, or null
 * @param reason why; never empty
 * @param source the file, for messages
 * @param line its line, counted from 1
 */
public record Suppression(
    Kind kind, String pattern, LocalDate until, String reason, String source, int line) {

  /** Whether the last day has passed. */
  public boolean expired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  /** Whether the line speaks of the finding, expired or not. */
  public boolean matches(Finding finding) {
    return kind.matches(pattern, finding);
  }

  /** As it is written, without date and reason, and where it stands. */
  @Override
  public String toString() {
    return kind.prefix() + ":" + pattern + " (" + source + ":" + line + ")";
  }
}
