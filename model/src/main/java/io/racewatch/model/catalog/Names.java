package io.racewatch.model.catalog;

/** Which characters names in the class-file format may have (JVMS 4.2). */
final class Names {
  private Names() {}

  /** Checks the internal name of a class. */
  static void checkType(String name, String column) {
    boolean empty = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '/' ? empty : !unqualified(c)) {
        throw bad(column, name);
      }
      empty = c == '/';
    }
    if (empty) {
      throw bad(column, name);
    }
  }

  /** Checks the name of a method or field. */
  static void checkMember(String name, String column) {
    if (name.equals("<init>") || name.equals("*")) {
      return;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!unqualified(c) || c == '/' || c == '<' || c == '>') {
        throw bad(column, name);
      }
    }
    if (name.isEmpty()) {
      throw bad(column, name);
    }
  }

  /** Checks the id of a row of the happens-before table, such as K01 or CF02. */
  static void checkId(String id) {
    int letters = id.length() - 2;
    boolean good = letters == 1 || letters == 2;
    for (int i = 0; good && i < id.length(); i++) {
      char c = id.charAt(i);
      good = i < letters ? c >= 'A' && c <= 'Z' : c >= '0' && c <= '9';
    }
    if (!good) {
      throw bad("id", id);
    }
  }

  private static boolean unqualified(char c) {
    return c != '.' && c != ';' && c != '[' && c != '(' && c != ')' && c != '*';
  }

  private static IllegalArgumentException bad(String column, String name) {
    return new IllegalArgumentException("bad " + column + " '" + name + "'");
  }
}
