package io.racewatch.model.options;

import java.util.List;

/** Checks a value against its option's type. */
final class OptionCheck {
  private OptionCheck() {}

  /**
   * Checks one value.
   *
   * @param where the words for the place that the value is from
   * @throws OptionException if the value does not fit
   */
  static void check(Option option, String value, String where) {
    try {
      check(option, value);
    } catch (IllegalArgumentException e) {
      throw new OptionException(where + " is '" + value + "' but must be " + e.getMessage());
    }
  }

  private static void check(Option option, String value) {
    switch (option.type()) {
      case SWITCH -> word(value, List.of("on", "off"));
      case CHOICE -> word(value, option.choices());
      case CHOICES -> words(value, option.choices());
      case SIZE -> Units.bytes(value);
      case DURATION -> Units.millis(value);
      case SHARE -> Units.share(value);
      case EXIT_CODE -> exitCode(value);
      case PATH, PATHS -> path(value);
      case PATTERNS -> {
        // Every text is a list of patterns; the empty one is the default.
      }
    }
  }

  private static void word(String value, List<String> choices) {
    if (!choices.contains(value)) {
      String nearest =
          value.isEmpty() ? "" : "; the nearest is '" + Nearest.to(value, choices) + "'";
      throw new IllegalArgumentException("one of " + String.join(", ", choices) + nearest);
    }
  }

  private static void words(String value, List<String> choices) {
    List<String> words = Units.list(value);
    if (words.isEmpty()) {
      word("", choices);
    }
    for (String word : words) {
      word(word, choices);
    }
  }

  private static void exitCode(String value) {
    int code = -1;
    try {
      code = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      // The check below words it.
    }
    if (code < 0 || code > 255) {
      throw new IllegalArgumentException("a number from 0 to 255");
    }
  }

  private static void path(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a path");
    }
  }
}
