package io.racewatch.model.options;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Splits {@code key=value,key=value}. A comma splits where {@code [a-z][a-z-]*=} follows it,
 * whether that is a known key or not, so that lists and paths may hold commas.
 */
final class AgentArguments {
  private AgentArguments() {}

  /**
   * The pairs in order; of equal keys the last counts.
   *
   * @param text the argument, or null
   * @throws OptionException if a part is no pair
   */
  static Map<String, String> split(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (text == null || text.isBlank()) {
      return pairs;
    }
    int start = 0;
    while (start < text.length()) {
      int end = nextPart(text, start);
      String part = text.substring(start, end);
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new OptionException(noPair(part.strip()));
      }
      pairs.put(part.substring(0, equals).strip(), part.substring(equals + 1));
      start = end + 1;
    }
    return pairs;
  }

  private static int nextPart(String text, int start) {
    for (int comma = text.indexOf(',', start); comma >= 0; comma = text.indexOf(',', comma + 1)) {
      if (keyFollows(text, comma + 1)) {
        return comma;
      }
    }
    return text.length();
  }

  private static boolean keyFollows(String text, int from) {
    int i = from;
    while (i < text.length() && isKeyPart(text.charAt(i), i > from)) {
      i++;
    }
    return i > from && i < text.length() && text.charAt(i) == '=';
  }

  private static boolean isKeyPart(char c, boolean inside) {
    return c >= 'a' && c <= 'z' || inside && c == '-';
  }

  private static String noPair(String part) {
    Option known = Option.of(part);
    if (known != null) {
      return "the option '" + part + "' needs a value: " + part + "=" + known.type().placeholder();
    }
    return "'" + part + "' is not key=value; the nearest option is '" + Options.nearest(part) + "'";
  }
}
