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
    boolean field = path.is(Kind.FIELD) || path.is(Kind.STATIC);
    if (use.type() != null && (field || path.is(Kind.PARAM))) {
      return use.type();
    }
    return switch (path.kind()) {
      case FIELD, STATIC -> path.name() + kind;
      case CLASS -> path.name() + ".class";
      case MADE -> path.name() + "@" + path.index();
      case PARAM -> typed(path, kind);
      default -> null;
    };
  }

  /** The same, of an object that is known by no field. */
  static String ofType(Locks.Use use) {
    return use.type() != null ? use.type() : typed(use.path(), use.monitor() ? "" : " lock");
  }

  /** The same, where an element of a collection or array stands for all objects of its class. */
  static String ofElements(Locks.Use use) {
    Path path = use.path();
    boolean object = path.is(Kind.ELEMENT) && !Guards.vague(path.parent());
    if (!object) {
      return of(use);
    }
    String type = typed(path, "");
    return type == null ? null : use.type() != null ? use.type() : use.monitor() ? type : null;
  }

  private static String typed(Path path, String kind) {
    return path.type() == null || general(path.type()) ? null : path.type() + kind;
  }

  /** Whether objects of the type are monitors of so many that the type says nothing. */
  private static boolean general(String type) {
    return type.startsWith("java/") || type.startsWith("[");
  }

  /** Whether it is one object, not one of each of many. */
  static boolean single(Path path) {
    return path.is(Kind.STATIC) || path.is(Kind.CLASS) || path.is(Kind.MADE);
  }
}
