package io.racewatch.model.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Readers of option values. Each throws {@link IllegalArgumentException} that says what it wants.
 */
public final class Units {
  private Units() {}

  /**
   * A number of bytes: {@code 4096}, {@code 256m}, {@code 256 MiB}. Units are powers of 1024, as
   * for the JVM's own options.
   */
  public static long bytes(String text) {
    long factor =
        switch (unit(text)) {
          case "", "b" -> 1L;
          case "k", "kb", "kib" -> 1L << 10;
          case "m", "mb", "mib" -> 1L << 20;
          case "g", "gb", "gib" -> 1L << 30;
          case "t", "tb", "tib" -> 1L << 40;
          default -> 0L;
        };
    return number(text, factor, "a size such as 64k, 256m or 256 MiB");
  }

  /**
   * A span of time in milliseconds: {@code 500ms}, {@code 10s}, {@code 2 min}, {@code 1h}. A bare
   * number counts seconds.
   */
  public static long millis(String text) {
    long factor =
        switch (unit(text)) {
          case "ms" -> 1L;
          case "", "s" -> 1_000L;
          case "m", "min" -> 60_000L;
          case "h" -> 3_600_000L;
          default -> 0L;
        };
    return number(text, factor, "a duration such as 500ms, 10s or 2 min");
  }

  /** A share above 0 up to 1: {@code 0.1}, {@code 10%}. */
  public static double share(String text) {
    double value = -1;
    try {
      boolean percent = text.endsWith("%");
      String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
      value = Double.parseDouble(digits) / (percent ? 100 : 1);
    } catch (NumberFormatException e) {
      // The check below words it.
    }
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException("a share such as 0.1 or 10%");
    }
    return value;
  }

  /** The parts between commas, without blanks around them and without empty ones. */
  public static List<String> list(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String part = text.substring(start, end).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      start = end + 1;
    }
    return parts;
  }

  private static int digits(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static String unit(String text) {
    return text.substring(digits(text)).strip().toLowerCase(Locale.ROOT);
  }

  private static long number(String text, long factor, String wanted) {
    try {
      if (factor > 0) {
        return Math.multiplyExact(Long.parseLong(text.substring(0, digits(text))), factor);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Too large or no digits: the line below words it.
    }
    throw new IllegalArgumentException(wanted);
  }
}
