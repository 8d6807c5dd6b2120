package io.racewatch.cli;

import java.nio.file.Path;

/** The jar that these classes came from. */
final class OwnJar {
  private OwnJar() {}

  /**
   * Its absolute path.
   *
   * @throws CliException if they did not come from a jar
   */
  static Path path() {
    Path path = io.racewatch.engine.OwnJar.path();
    if (path != null) {
      return path;
    }
    throw new CliException(
        ExitCode.WRONG_USE, "this command needs racewatch.jar", "use java -jar racewatch.jar");
  }
}
