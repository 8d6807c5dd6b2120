package io.racewatch.trace.std;

import java.io.IOException;

/** A line that is no event. Its message says what is wrong, without the number of the line. */
public final class TraceSyntaxException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long line;

  TraceSyntaxException(long line, String message) {
    super(message);
    this.line = line;
  }

  /** The number of the line, from 1. */
  public long line() {
    return line;
  }
}
