package io.racewatch.model.catalog;

/**
 * Which elements of an array a call accesses, told by its int arguments: {@code all}, {@code at:I},
 * {@code from-to:I,J}, {@code from-count:I,J}, or {@code from-span:I,J,K} for as many as from
 * argument J to argument K. Packed into the number that is a row's mode: the kind in the lowest
 * four bits, then four for each argument.
 */
public final class Range {
  public static final int ALL = 0;
  public static final int AT = 1;
  public static final int FROM_TO = 2;
  public static final int FROM_COUNT = 3;
  public static final int FROM_SPAN = 4;

  private static final int BITS = 4;
  private static final int MASK = (1 << BITS) - 1;

  private Range() {}

  static int parse(String text) {
    int colon = text.indexOf(':');
    int kind = kind(colon < 0 ? text : text.substring(0, colon));
    String[] arguments = colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1);
    if (arguments.length != count(kind)) {
      throw new IllegalArgumentException("bad range '" + text + "': wrong number of arguments");
    }
    int packed = kind;
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.length() != 1 || !Character.isDigit(argument.charAt(0))) {
        throw new IllegalArgumentException("bad argument in range '" + text + "' (0 to 9)");
      }
      packed |= argument.charAt(0) - '0' << BITS * (i + 1);
    }
    return packed;
  }

  private static int kind(String word) {
    return switch (word) {
      case "all" -> ALL;
      case "at" -> AT;
      case "from-to" -> FROM_TO;
      case "from-count" -> FROM_COUNT;
      case "from-span" -> FROM_SPAN;
      default ->
          throw new IllegalArgumentException(
              "unknown range '" + word + "' (one of: all, at, from-to, from-count, from-span)");
    };
  }

  /** One of the kinds above. */
  public static int kindOf(int mode) {
    return mode & MASK;
  }

  /** Number of the argument that stands at a place in the range, from 0. */
  public static int argument(int mode, int place) {
    return mode >>> BITS * (place + 1) & MASK;
  }

  /** How many arguments a kind of range has. */
  public static int count(int kind) {
    return switch (kind) {
      case ALL -> 0;
      case AT -> 1;
      case FROM_SPAN -> 3;
      default -> 2;
    };
  }
}
