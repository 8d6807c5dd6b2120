package io.racewatch.model.catalog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How constants are written in the file: lower case, with hyphens. The catalogue is read while the
 * watched program starts, so here and in the parser nothing uses lambdas or regular expressions.
 */
final class Words<E extends Enum<E>> {
  private final String column;
  private final Map<String, E> constants = new HashMap<>();
  private final StringBuilder all = new StringBuilder();

  Words(Class<E> type, String column) {
    this.column = column;
    for (E constant : type.getEnumConstants()) {
      constants.put(of(constant), constant);
      all.append(all.length() == 0 ? "" : ", ").append(of(constant));
    }
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the constant that a word names. */
  E parse(String word) {
    E constant = constants.get(word);
    if (constant == null) {
      throw new IllegalArgumentException(
          "unknown " + column + " '" + word + "' (one of: " + all + ")");
    }
    return constant;
  }
}
