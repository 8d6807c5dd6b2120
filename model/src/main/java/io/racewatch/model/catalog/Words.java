package io.racewatch.model.catalog;

import java.util.Locale;

/** How constants are written in the file: lower case, with hyphens. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the constant that a word names. */
  static <E extends Enum<E>> E parse(Class<E> type, String column, String word) {
    StringBuilder all = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
      all.append(all.length() == 0 ? "" : ", ").append(of(constant));
    }
    throw new IllegalArgumentException(
        "unknown " + column + " '" + word + "' (one of: " + all + ")");
  }
}
