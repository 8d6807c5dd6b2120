package io.racewatch.code.summary;

import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.facts.Paths;
import java.util.HashSet;
import java.util.Set;

/**
 * Volatile fields, atomics, queues and other synchronisers, by name: those that a thread writes to
 * after an access, and those that it reads before it. Where a name is written by one side and read
 * by the other, the other side may have waited. Immutable.
 *
 * @param after written to later
 * @param before read earlier
 */
public record Orders(Set<Path> after, Set<Path> before) {
  /** None. */
  public static final Orders NONE = new Orders(Set.of(), Set.of());

  static final int KEPT = 12;

  /** Whether something that this side signals is waited for by the other. */
  public boolean mayPrecede(Orders other) {
    for (Path name : after) {
      for (Path its : other.before) {
        if (name == its || isField(name) && isField(its) && name.name().equals(its.name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** A field's name stands for it in all objects. */
  private static boolean isField(Path path) {
    return path.is(Kind.FIELD) || path.is(Kind.STATIC);
  }

  Orders and(Orders other) {
    if (other.after.isEmpty() && other.before.isEmpty()) {
      return this;
    }
    if (after.isEmpty() && before.isEmpty()) {
      return other;
    }
    return new Orders(union(after, other.after), union(before, other.before));
  }

  /** The same as a caller sees it; what it does not know is left out. */
  Orders in(Paths.Substitution caller, Paths paths) {
    boolean same = after.isEmpty() && before.isEmpty();
    return same ? this : new Orders(in(after, caller, paths), in(before, caller, paths));
  }

  private static Set<Path> in(Set<Path> names, Paths.Substitution caller, Paths paths) {
    Set<Path> seen = new HashSet<>();
    for (Path each : names) {
      Path name = caller.of(each);
      if (name(name) != null) {
        seen.add(name);
      } else if (isField(each)) {
        seen.add(paths.ofStatic(each.name(), null));
      }
    }
    return Set.copyOf(seen);
  }

  /** The object if it can be told from others, else null. */
  static Path name(Path object) {
    return switch (object.kind()) {
      case FIELD, STATIC, MADE, PARAM, CONSTANT -> object;
      default -> null;
    };
  }

  private static Set<Path> union(Set<Path> a, Set<Path> b) {
    if (a.containsAll(b)) {
      return a;
    }
    Set<Path> both = new HashSet<>(a);
    for (Path each : b) {
      if (both.size() < KEPT) {
        both.add(each);
      }
    }
    return Set.copyOf(both);
  }
}
