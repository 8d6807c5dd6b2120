package io.racewatch.model.catalog;

/**
 * The object that a row is about. In a row with a {@link Place}, receiver, arguments and result are
 * those of the instruction there.
 *
 * @param kind which one
 * @param index number of the argument from 0, without the receiver; 0 for other kinds
 */
public record Subject(Kind kind, int index) {
  /** What can be a subject. */
  public enum Kind {
    /** The receiver; of a field instruction, the object that has the field. */
    THIS,
    ARGUMENT,
    /** What the method returned, or the field held. */
    RESULT,
    /** The thread that calls. */
    CURRENT
  }

  static Subject parse(String text) {
    switch (text) {
      case "this":
        return new Subject(Kind.THIS, 0);
      case "result":
        return new Subject(Kind.RESULT, 0);
      case "current":
        return new Subject(Kind.CURRENT, 0);
      default:
        if (text.matches("arg[0-9]")) {
          return new Subject(Kind.ARGUMENT, text.charAt(3) - '0');
        }
        throw new IllegalArgumentException(
            "unknown subject '" + text + "' (one of: this, arg0 to arg9, result, current)");
    }
  }

  @Override
  public String toString() {
    return kind == Kind.ARGUMENT ? "arg" + index : Words.of(kind);
  }
}
