package io.racewatch.model.catalog;

/**
 * The object that a row is about. In a row with a {@link Place}, receiver, arguments and result are
 * those of the instruction there.
 *
 * @param kind which one
 * @param index number of the argument from 0, without the receiver; 0 for other kinds
 * @param field of {@link Kind#SELF}, the field of it that holds the subject; null: the object
 *     itself
 */
public record Subject(Kind kind, int index, String field) {
  /** What can be a subject. */
  public enum Kind {
    /** The receiver; of a field instruction, the object that has the field. */
    THIS,
    ARGUMENT,
    /** What the method returned, or the field held. */
    RESULT,
    /** The thread that calls. */
    CURRENT,
    /** In bodies: the object whose method runs, also where a {@link Place} is given. */
    SELF
  }

  static Subject parse(String text) {
    switch (text) {
      case "this":
        return new Subject(Kind.THIS, 0, null);
      case "result":
        return new Subject(Kind.RESULT, 0, null);
      case "current":
        return new Subject(Kind.CURRENT, 0, null);
      case "self":
        return new Subject(Kind.SELF, 0, null);
      default:
        return parseLonger(text);
    }
  }

  private static Subject parseLonger(String text) {
    if (text.startsWith("arg") && text.length() == 4 && Character.isDigit(text.charAt(3))) {
      return new Subject(Kind.ARGUMENT, text.charAt(3) - '0', null);
    }
    if (text.startsWith("self.")) {
      Names.checkMember(text.substring(5), "subject");
      return new Subject(Kind.SELF, 0, text.substring(text.indexOf('.') + 1));
    }
    throw new IllegalArgumentException(
        "unknown subject '"
            + text
            + "' (one of: this, arg0 to arg9, result, current, self, self.FIELD)");
  }

  @Override
  public String toString() {
    String word = kind == Kind.ARGUMENT ? "arg" + index : Words.of(kind);
    return field == null ? word : word + "." + field;
  }
}
