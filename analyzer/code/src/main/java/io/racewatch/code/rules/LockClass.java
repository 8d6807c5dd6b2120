package io.racewatch.code.rules;

import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Locks;

/** One name for a lock in all objects of a class: what lock orders are compared by. */
final class LockClass {
  private LockClass() {}

  /** The name, or null if too little is known of the lock. */
  static String of(Locks.Use use) {
    Path path = use.path();
    if (Guards.vague(path)) {
      return null;
    }
    String kind = use.monitor() ? "" : " lock";
    return switch (path.kind()) {
      case FIELD, STATIC -> path.name() + kind;
      case CLASS -> path.name() + ".class";
      case MADE -> path.name() + "@" + path.index();
      case PARAM -> typed(path, kind);
      default -> null;
    };
  }

  private static String typed(Path path, String kind) {
    String type = path.type();
    boolean general =
        type == null || type.equals("java/lang/Object") || type.startsWith("java/util/concurrent/");
    return general ? null : type + kind;
  }

  /** Whether it is one object, not one of each of many. */
  static boolean single(Path path) {
    return path.is(Kind.STATIC) || path.is(Kind.CLASS) || path.is(Kind.MADE);
  }
}
