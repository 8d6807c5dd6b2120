package io.racewatch.engine;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar that these classes came from. */
public final class OwnJar {
  private OwnJar() {}

  /**
   * Its absolute path; null if they did not come from a jar. Found by a resource: in a watched JVM
   * the classes have no code source, so that coverage tools leave them alone.
   */
  public static Path path() {
    try {
      URL here = OwnJar.class.getResource("OwnJar.class");
      String text = here.toString();
      int end = text.indexOf("!/");
      if (!text.startsWith("jar:") || end < 0) {
        return null;
      }
      Path path = Path.of(URI.create(text.substring("jar:".length(), end)));
      return Files.isRegularFile(path) ? path.toAbsolutePath() : null;
    } catch (RuntimeException notThere) {
      return null;
    }
  }
}
