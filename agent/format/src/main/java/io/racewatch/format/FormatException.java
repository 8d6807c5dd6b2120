package io.racewatch.format;

import java.io.IOException;

/** Bytes that are no run file, or not one that this version can read. The message is for people. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1;

  public FormatException(String message) {
    super(message);
  }
}
