package io.racewatch.code.rules;

import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Touch;
import java.util.HashMap;
import java.util.Map;

/** Which locks keep two accesses apart. */
final class Guards {
  /** Stands for a lock of which nothing is known; it may be any. */
  static final String SOME = "?";

  private Guards() {}

  /** Whether two accesses seen from one method hold one lock in modes that exclude each other. */
  static boolean apart(Touch a, Touch b) {
    boolean vagueA = false;
    boolean vagueB = false;
    for (Locks.Use x : a.locks().uses()) {
      vagueA |= vague(x.path());
      for (Locks.Use y : b.locks().uses()) {
        vagueB |= vague(y.path());
        if (x.path() == y.path() && x.monitor() == y.monitor() && exclude(x.mode(), y.mode())) {
          return true;
        }
      }
    }
    return vagueA && !b.locks().isEmpty() || vagueB && !a.locks().isEmpty();
  }

  static boolean exclude(Held.Mode a, Held.Mode b) {
    return a == Held.Mode.EXCLUSIVE || b == Held.Mode.EXCLUSIVE;
  }

  static boolean vague(Path path) {
    for (Path at = path; at != null; at = at.parent()) {
      switch (at.kind()) {
        case UNKNOWN, NULL, RESULT, ELEMENT, PARALLEL -> {
          return true;
        }
        default -> {
          // Known so far.
        }
      }
    }
    return false;
  }

  /** Whether it is the object that an inner class is in. */
  static boolean outer(Path field) {
    return field.is(Path.Kind.FIELD) && field.name().contains(".this$");
  }

  /** The locks held, by names that mean the same in every method, with their modes. */
  static Map<String, Held.Mode> names(Touch touch) {
    Path object = touch.object();
    if (touch.kind() != Touch.Kind.FIELD && object != null && object.parent() != null) {
      object = object.parent();
    }
    Map<String, Held.Mode> names = new HashMap<>();
    for (Locks.Use use : touch.locks().uses()) {
      String name = name(use, object);
      names.merge(name, use.mode(), (old, more) -> old == Held.Mode.EXCLUSIVE ? old : more);
    }
    return names;
  }

  /**
   * The name of a lock as an access to an object sees it.
   *
   * @param object what is accessed; null for static fields
   */
  static String name(Locks.Use use, Path object) {
    Path path = use.path();
    String kind = use.monitor() ? "" : " lock";
    if (vague(path)) {
      return SOME;
    }
    if (path == object) {
      return "this" + kind;
    }
    switch (path.kind()) {
      case STATIC:
        return use.type() == null ? path.name() + kind : use.type();
      case CLASS:
        return path.name() + ".class";
      case CONSTANT:
        return "constant " + path.name();
      case FIELD:
        String name = use.type() == null ? path.name() + kind : use.type();
        return other(path.parent(), object) ? "other " + path.name() : name;
      default:
        boolean outer = object != null && object.startsWith(path);
        String its = path.type() == null ? "java/lang/Object" : path.type();
        String type = use.type() == null ? its : use.type();
        return (outer || !other(path, object) ? "" : "other ") + type + kind;
    }
  }

  /** Whether a lock belongs to another object of the same class than the one accessed. */
  private static boolean other(Path holder, Path object) {
    return object != null
        && holder != object
        && holder.is(Kind.PARAM)
        && object.is(Kind.PARAM)
        && java.util.Objects.equals(holder.type(), object.type());
  }
}
