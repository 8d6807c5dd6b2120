package io.racewatch.code.api;

/**
 * A row of {@code threads.txt} for one method.
 *
 * @param owner internal name of the type
 * @param method name, possibly with the arguments of a descriptor, or {@code *}
 * @param effect what happens
 * @param subject to what, see the constants
 * @param many whether several run at once
 * @param handle what a join waits on, or {@link #NOTHING}
 */
public record ThreadRow(
    String owner, String method, Effect effect, int subject, boolean many, int handle) {
  /** The receiver; arguments are 0 and up. */
  public static final int THIS = -1;

  public static final int RESULT = -2;

  /** All arguments. */
  public static final int ARGS = -3;

  /** Whatever there is. */
  public static final int ANY = -4;

  public static final int NOTHING = -5;

  static int subject(String word) {
    switch (word) {
      case "this":
        return THIS;
      case "result":
        return RESULT;
      case "args":
        return ARGS;
      case "any":
        return ANY;
      case "-":
        return NOTHING;
      default:
        if (word.matches("arg[0-9]")) {
          return word.charAt(3) - '0';
        }
        throw new IllegalArgumentException("unknown subject '" + word + "'");
    }
  }

  boolean matches(String name, String descriptor) {
    return method.equals("*")
        || method.equals(name)
        || method.indexOf('(') > 0
            && method.equals(name + descriptor.substring(0, descriptor.indexOf(')') + 1));
  }
}
