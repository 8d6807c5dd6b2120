package io.racewatch.cli;

/** The exit codes of the command line. */
final class ExitCode {
  static final int CLEAN = 0;
  static final int WRONG_USE = 2;
  static final int UNREADABLE = 65;
  static final int GATE = 66;
  static final int BLIND = 70;
  static final int INTERNAL = 70;

  /** For the footer of every help text. */
  static final String[] LIST = {
    "0:clean",
    "2:wrong use",
    "65:an unreadable or incompatible file; the others are still rendered",
    "66:the gate tripped: a new finding at or above --fail-on",
    "70:nothing was watched (a blind run, or no run at all), or an internal error",
  };

  private ExitCode() {}
}
