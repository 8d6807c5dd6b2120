package io.racewatch.cli;

/** Ends a command with an exit code, one line and a hint. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String hint;

  /**
   * Makes one.
   *
   * @param hint what to do about it; may be empty
   */
  CliException(int code, String line, String hint, Throwable cause) {
    super(line, cause);
    this.code = code;
    this.hint = hint;
  }

  CliException(int code, String line, String hint) {
    this(code, line, hint, null);
  }

  int code() {
    return code;
  }

  String hint() {
    return hint;
  }
}
