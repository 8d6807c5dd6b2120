package io.racewatch.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The world around a command.
 *
 * @param out for results
 * @param err for remarks and errors
 * @param environment of the process
 * @param properties of the system
 * @param folder the working directory
 */
record Console(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Properties properties,
    Path folder) {

  /** The one of this process. */
  static Console ofProcess() {
    return new Console(
        System.out, System.err, System.getenv(), System.getProperties(), Path.of(""));
  }

  /** Prints a remark on stderr. */
  void say(String line) {
    err.println("[racewatch] " + line);
  }
}
