package io.racewatch.model.catalog;

/** Method descriptors (JVMS 4.3.3); {@code *} stands for any. */
final class Descriptors {
  private Descriptors() {}

  static void check(String descriptor) {
    if (!descriptor.equals("*") && !good(descriptor)) {
      throw new IllegalArgumentException("bad descriptor '" + descriptor + "'");
    }
  }

  /** Number of arguments; of {@code *}, as many as a subject can name. */
  static int arguments(String descriptor) {
    if (descriptor.equals("*")) {
      return 10;
    }
    int count = 0;
    for (int at = 1; descriptor.charAt(at) != ')'; at = afterType(descriptor, at)) {
      count++;
    }
    return count;
  }

  /** Descriptor of the type of the result; null of {@code *}. */
  static String result(String descriptor) {
    return descriptor.equals("*") ? null : descriptor.substring(descriptor.indexOf(')') + 1);
  }

  private static boolean good(String descriptor) {
    if (!descriptor.startsWith("(") || descriptor.indexOf(')') < 0) {
      return false;
    }
    int at = 1;
    while (at > 0 && at < descriptor.length() && descriptor.charAt(at) != ')') {
      at = afterType(descriptor, at);
    }
    if (at < 0 || at >= descriptor.length()) {
      return false;
    }
    return descriptor.startsWith("V", at + 1)
        ? descriptor.length() == at + 2
        : afterType(descriptor, at + 1) == descriptor.length();
  }

  /** Where the type that begins at an index ends; -1 if none begins there. */
  private static int afterType(String descriptor, int start) {
    int at = start;
    while (at < descriptor.length() && descriptor.charAt(at) == '[') {
      at++;
    }
    if (at >= descriptor.length()) {
      return -1;
    }
    if (descriptor.charAt(at) == 'L') {
      int end = descriptor.indexOf(';', at);
      return end > at + 1 ? end + 1 : -1;
    }
    return "ZBCSIJFD".indexOf(descriptor.charAt(at)) < 0 ? -1 : at + 1;
  }
}
