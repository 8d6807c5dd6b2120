package io.racewatch.model.catalog;

import java.util.regex.Pattern;

/** Method descriptors; {@code *} stands for any. */
final class Descriptors {
  private static final String TYPE = "(\\[*(?:[ZBCSIJFD]|L[^;\\[.]+;))";
  private static final Pattern METHOD = Pattern.compile("\\(" + TYPE + "*\\)(?:V|" + TYPE + ")");
  private static final Pattern ARGUMENT = Pattern.compile(TYPE);

  private Descriptors() {}

  static void check(String descriptor) {
    if (!descriptor.equals("*") && !METHOD.matcher(descriptor).matches()) {
      throw new IllegalArgumentException("bad descriptor '" + descriptor + "'");
    }
  }

  /** Number of arguments; of {@code *}, as many as a subject can name. */
  static int arguments(String descriptor) {
    if (descriptor.equals("*")) {
      return 10;
    }
    String list = descriptor.substring(1, descriptor.indexOf(')'));
    return (int) ARGUMENT.matcher(list).results().count();
  }

  /** Descriptor of the type of the result; null of {@code *}. */
  static String result(String descriptor) {
    return descriptor.equals("*") ? null : descriptor.substring(descriptor.indexOf(')') + 1);
  }
}
