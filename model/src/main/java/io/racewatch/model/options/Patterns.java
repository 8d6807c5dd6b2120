package io.racewatch.model.options;

import java.util.List;

/**
 * Names chosen by patterns. {@code *} stands for any characters, dots too; everything else for
 * itself. {@code exclude} beats {@code include}; with no {@code include} every name is chosen that
 * is not excluded. A slash in a name counts as a dot, so that internal class names need no copy.
 * Immutable.
 */
public final class Patterns {
  private final String[] include;
  private final String[] exclude;

  /** Makes the choice. */
  public Patterns(List<String> include, List<String> exclude) {
    this.include = include.toArray(new String[0]);
    this.exclude = exclude.toArray(new String[0]);
  }

  /** Whether nothing was asked for, so that every name is chosen. */
  public boolean isEmpty() {
    return include.length == 0 && exclude.length == 0;
  }

  /** Whether the name is chosen. */
  public boolean matches(String name) {
    return !any(exclude, name) && (include.length == 0 || any(include, name));
  }

  private static boolean any(String[] patterns, String name) {
    for (String pattern : patterns) {
      if (matches(pattern, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one pattern matches the whole of a name; time is at most pattern times name length. */
  public static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length() && same(pattern.charAt(p), name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean same(char inPattern, char inName) {
    return inPattern == inName || inName == '/' && inPattern == '.';
  }
}
