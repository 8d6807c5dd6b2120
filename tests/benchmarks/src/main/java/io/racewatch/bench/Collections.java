package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run's garbage collections cost and left.
 *
 * @param pauseMillis sum of all pauses
 * @param liveMib what the last collection that the program asked for left, -1 if it asked for none
 */
record Collections(double pauseMillis, int liveMib) {
  static final String FILE = "gc.txt";

  private static final Pattern PAUSE =
      Pattern.compile("Pause .*?(?:(\\d+)M->(\\d+)M\\(\\d+M\\) )?([0-9.]+)ms");
  private static final int AFTER = 2;
  private static final int MILLIS = 3;

  /** Reads the log that {@code -Xlog:gc} wrote. */
  static Collections in(Path folder) throws IOException {
    double pause = 0;
    int live = -1;
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        Matcher matcher = PAUSE.matcher(line);
        if (matcher.find()) {
          pause += Double.parseDouble(matcher.group(MILLIS));
          boolean asked = line.contains("System.gc()") && matcher.group(AFTER) != null;
          live = asked ? Integer.parseInt(matcher.group(AFTER)) : live;
        }
      }
    }
    return new Collections(pause, live);
  }
}
