package io.racewatch.code.rules;

import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which locks keep two accesses apart. */
final class Guards {
  /** Stands for a lock of which nothing is known; it may be any. */
  static final String SOME = "?";

  /** Before the name of a lock that is surely in a field of the very object that is accessed. */
  static final String OWN = "own ";

  private Guards() {}

  /** Whether two accesses seen from one method hold one lock in modes that exclude each other. */
  static boolean apart(Touch a, Touch b) {
    if (once(a, b)) {
      return true;
    }
    boolean vagueA = false;
    boolean vagueB = false;
    for (Locks.Use x : a.locks().uses()) {
      vagueA |= vague(x.path());
      for (Locks.Use y : b.locks().uses()) {
        vagueB |= vague(y.path());
        if (a.tag() == b.tag() && (x.each() || y.each())) {
          continue;
        }
        if (x.path() == y.path() && x.monitor() == y.monitor() && exclude(x.mode(), y.mode())) {
          return true;
        }
      }
    }
    return vagueA && !b.locks().isEmpty() || vagueB && !a.locks().isEmpty();
  }

  /** Whether only the one thread that has set a flag ever does either. */
  private static boolean once(Touch a, Touch b) {
    for (Locks.Use x : a.locks().once()) {
      for (Locks.Use y : b.locks().once()) {
        if (x.path() == y.path() && !vague(x.path())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The flags of which only the thread that has set them does it, named as locks are. */
  static Set<String> once(Touch touch) {
    List<Locks.Use> flags = touch.locks().once();
    if (flags.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (Locks.Use use : flags) {
      String name = name(use, holder(touch));
      if (!name.equals(SOME) && !name.startsWith("other ")) {
        names.add(name);
      }
    }
    return names;
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

  private static Path holder(Touch touch) {
    Path object = touch.object();
    boolean part = touch.kind() != Touch.Kind.FIELD && object != null && object.parent() != null;
    return part ? object.parent() : object;
  }

  /** The locks held, by names that mean the same in every method, with their modes. */
  static Map<String, Held.Mode> names(Touch touch) {
    Path object = holder(touch);
    Map<String, Held.Mode> names = new HashMap<>();
    for (Locks.Use use : touch.locks().uses()) {
      String name = name(use, object);
      names.merge(name, use.mode(), Guards::stronger);
      if (use.path().is(Kind.FIELD) && use.path().parent() == object && !name.equals(SOME)) {
        names.merge(OWN + name, use.mode(), Guards::stronger);
      }
    }
    return names;
  }

  private static Held.Mode stronger(Held.Mode one, Held.Mode other) {
    return one == Held.Mode.EXCLUSIVE ? one : other;
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
