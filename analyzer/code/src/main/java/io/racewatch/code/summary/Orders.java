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

  private static final int KEPT = 12;

  /** Whether something that this side signals is waited for by the other. */
  public boolean mayPrecede(Orders other) {
    for (Path name : after) {
      if (other.before.contains(name)) {
        return true;
      }
    }
    return false;
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
      Path name = each.is(Kind.STATIC) ? each : name(caller.of(each), paths);
      if (name != null) {
        seen.add(name);
      }
    }
    return Set.copyOf(seen);
  }

  /** A field's name stands for it in all objects; null if nothing is known of the object. */
  static Path name(Path object, Paths paths) {
    return switch (object.kind()) {
      case FIELD -> paths.ofStatic(object.name(), null);
      case STATIC -> paths.ofStatic(object.name(), null);
      case MADE, PARAM, CONSTANT -> object;
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
