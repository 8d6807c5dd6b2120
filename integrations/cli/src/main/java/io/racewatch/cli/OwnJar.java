package io.racewatch.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
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
    try {
      Path path = Path.of(OwnJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(path)) {
        return path.toAbsolutePath();
      }
    } catch (URISyntaxException | IllegalArgumentException | NullPointerException e) {
      // The line below words it.
    }
    throw new CliException(
        ExitCode.WRONG_USE, "this command needs racewatch.jar", "use java -jar racewatch.jar");
  }
}
