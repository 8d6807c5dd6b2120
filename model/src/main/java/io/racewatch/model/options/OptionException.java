package io.racewatch.model.options;

/** A wrong option; the message is one line that a user can act on. */
public final class OptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one with its line. */
  public OptionException(String line) {
    super(line, null, false, false);
  }
}
