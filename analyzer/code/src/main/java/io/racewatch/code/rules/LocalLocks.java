package io.racewatch.code.rules;

import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Locks;

/** Names of locks that one method makes, also where they are reached by fields of each other. */
final class LocalLocks {
  private final Program program;

  LocalLocks(Program program) {
    this.program = program;
  }

  /** The name of the lock as lock orders are compared by it, or null. */
  String name(Locks.Use use) {
    Path made = made(use.path());
    return made == null ? LockClass.of(use) : site(made);
  }

  /** Whether both are surely the lock of one allocation, of which one is reached by a field. */
  boolean same(Locks.Use a, Locks.Use b) {
    Path one = made(a.path());
    Path other = made(b.path());
    boolean byField = a.path().is(Kind.FIELD) || b.path().is(Kind.FIELD);
    return byField && one != null && other != null && site(one).equals(site(other));
  }

  private static String site(Path made) {
    return made.name() + "@" + made.index();
  }

  /** The allocation that a path leads to, or null. */
  private Path made(Path path) {
    if (path.is(Kind.MADE)) {
      return path;
    }
    Path object = path.is(Kind.FIELD) ? made(path.parent()) : null;
    return object == null ? null : stored(object, path.name());
  }

  /** What the method that makes an object puts into its field, if nobody else puts there. */
  private Path stored(Path object, String field) {
    Path found = null;
    for (Program.Stored each : program.stores(field)) {
      Path base = each.base();
      if (base == null || !base.is(Kind.MADE)) {
        return null;
      }
      if (site(base).equals(site(object))) {
        boolean known = found == null && each.value().is(Kind.MADE);
        if (!known || !each.in().key().equals(object.name())) {
          return null;
        }
        found = each.value();
      }
    }
    return found;
  }
}
