package io.racewatch.model.suppress;

import io.racewatch.model.options.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads suppressions, one a line: {@code KIND:PATTERN [until=YYYY-MM-DD] -- REASON}. Lines that are
 * empty or start with {@code #} are passed over. {@code until=} may also end the reason.
 */
public final class SuppressionParser {
  private static final String BEFORE_REASON = " -- ";
  private static final String UNTIL = "until=";

  private final String source;
  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private SuppressionParser(String source) {
    this.source = source;
  }

  /**
   * Parses a whole file.
   *
   * @param source its name, for messages
   * @throws SuppressionException that names every wrong line
   */
  public static List<Suppression> parse(String source, String text) throws SuppressionException {
    SuppressionParser parser = new SuppressionParser(source);
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      parser.line(++number, line.strip());
    }
    if (!parser.errors.isEmpty()) {
      throw new SuppressionException(parser.errors);
    }
    return List.copyOf(parser.suppressions);
  }

  private void line(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    try {
      suppressions.add(suppression(number, line));
    } catch (IllegalArgumentException e) {
      errors.add(source + ":" + number + ": " + e.getMessage());
    }
  }

  private Suppression suppression(int number, String line) {
    int split = (line + " ").indexOf(BEFORE_REASON);
    String head = (split < 0 ? line : line.substring(0, split)).strip();
    String reason = split < 0 ? "" : (line + " ").substring(split + BEFORE_REASON.length()).strip();
    int colon = head.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + head + "' is not KIND:PATTERN");
    }
    Kind kind = kind(head.substring(0, colon).strip());
    String pattern = head.substring(colon + 1).strip();
    LocalDate until = null;
    if (startOfUntil(pattern) >= 0) {
      until = date(pattern.substring(startOfUntil(pattern)));
      pattern = pattern.substring(0, startOfUntil(pattern)).strip();
    } else if (startOfUntil(reason) >= 0) {
      until = date(reason.substring(startOfUntil(reason)));
      reason = reason.substring(0, startOfUntil(reason)).strip();
    }
    if (pattern.isEmpty() || pattern.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("'" + pattern + "' is not a pattern");
    }
    if (reason.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + kind.prefix() + ":" + pattern + "' has no reason; write it after ' -- '");
    }
    return new Suppression(kind, pattern, until, reason, source, number);
  }

  private static Kind kind(String word) {
    Kind kind = Kind.of(word);
    if (kind == null) {
      List<String> words = new ArrayList<>();
      for (Kind each : Kind.values()) {
        words.add(each.prefix());
      }
      String nearest = Nearest.to(word, words);
      throw new IllegalArgumentException(
          "there is no kind '" + word + "'; the nearest is '" + nearest + "'");
    }
    return kind;
  }

  /** Where the last word starts if it is a date, else -1. */
  private static int startOfUntil(String text) {
    int start = text.lastIndexOf(' ') + 1;
    return text.startsWith(UNTIL, start) ? start : -1;
  }

  private static LocalDate date(String word) {
    try {
      return LocalDate.parse(word.substring(UNTIL.length()));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + word + "' is not until=YYYY-MM-DD");
    }
  }
}
