package io.racewatch.report.common;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces. */
public final class Wrap {
  private Wrap() {}

  /**
   * Breaks a text; its own line feeds stay. A word longer than the width gets a line of its own and
   * is not broken, so that names can be copied. A line never starts with two colons, which CI
   * systems would take for a command.
   *
   * @param width in characters
   */
  public static List<String> lines(String text, int width) {
    List<String> result = new ArrayList<>();
    for (String paragraph : text.strip().split("\n")) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split(" +")) {
        if (line.length() > 0 && line.length() + 1 + word.length() > width) {
          result.add(harmless(line));
          line.setLength(0);
        }
        line.append(line.length() > 0 ? " " : "").append(word);
      }
      result.add(harmless(line));
    }
    return result;
  }

  private static String harmless(StringBuilder line) {
    return line.indexOf("::") == 0 ? "\\" + line : line.toString();
  }
}
