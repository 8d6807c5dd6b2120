package io.racewatch.report.common;

/**
 * Makes strings of the watched program fit to be shown. Names in class files and thread names may
 * hold anything: control characters that drive a terminal, marks that reverse the reading order,
 * halves of surrogate pairs, 65,535 letters.
 */
public final class Safe {
  /** The longest name that is shown whole, in code points. */
  public static final int NAME_LIMIT = 160;

  /** The longest text that is shown whole, in code points. */
  public static final int TEXT_LIMIT = 4000;

  private Safe() {}

  /** A name on one line: invisible characters as {@code \}{@code u202E}, the middle cut out. */
  public static String name(String raw) {
    return escape(shorten(raw == null ? "" : raw, NAME_LIMIT), false);
  }

  /** A text that may span lines; invisible characters other than line feeds are escaped. */
  public static String text(String raw) {
    return escape(shorten(raw == null ? "" : raw, TEXT_LIMIT), true);
  }

  /** The same string with lone surrogates replaced, so that it can be encoded as UTF-8. */
  public static String encodable(String raw) {
    if (raw.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return raw;
    }
    StringBuilder sb = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(c -> sb.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
    return sb.toString();
  }

  private static String shorten(String raw, int limit) {
    int length = raw.codePointCount(0, raw.length());
    if (length <= limit) {
      return raw;
    }
    int head = raw.offsetByCodePoints(0, limit * 2 / 3);
    int tail = raw.offsetByCodePoints(raw.length(), -(limit / 4));
    return raw.substring(0, head) + "…(" + length + " characters)…" + raw.substring(tail);
  }

  private static String escape(String raw, boolean keepLineFeeds) {
    StringBuilder sb = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              if (visible(c) || (keepLineFeeds && c == '\n')) {
                sb.appendCodePoint(c);
              } else if (c < 0x10000) {
                sb.append(String.format("\\u%04X", c));
              } else {
                sb.append(String.format("\\u{%X}", c));
              }
            });
    return sb.toString();
  }

  private static boolean visible(int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT: // bidirectional marks, zero-width joiners, tags
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
        return false;
      case Character.SPACE_SEPARATOR:
        return c == ' ';
      default:
        return true;
    }
  }
}
