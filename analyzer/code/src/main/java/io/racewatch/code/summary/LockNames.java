package io.racewatch.code.summary;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.facts.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * One name for each lock: a field that holds one of the two locks of a read-write lock stands for
 * that one in its mode, a field that is set to {@code this} alone stands for its object, and of
 * several final fields with one object the first does.
 */
public final class LockNames {
  private static final int HOPS = 3;

  private final Program program;
  private final Paths paths;
  private final FreshLocks fresh = new FreshLocks();
  private final Flags flags;
  private final LockAliases aliases;
  private final Paths.Substitution asItIs;

  /** Names of the locks of a program. */
  public LockNames(Program program) {
    this.program = program;
    this.paths = program.paths();
    this.flags = new Flags(program);
    this.aliases = new LockAliases(program);
    this.asItIs =
        paths.new Substitution() {
          @Override
          protected Path root(Path root) {
            return null;
          }
        };
  }

  /** The locks that a method itself holds at an event, those left out that nobody else has. */
  public Locks of(Event event, MethodBody in) {
    return of(event.held(), in, asItIs);
  }

  /** The locks held at an event that others may hold, as the method itself sees them. */
  Locks of(Held held, MethodBody in, Paths.Substitution inner) {
    if (held.isEmpty()) {
      return Locks.NONE;
    }
    List<Locks.Use> uses = new ArrayList<>();
    for (Held.Lock lock : held.locks()) {
      boolean real = lock.mode() != Held.Mode.ONCE || flags.once(lock.path());
      if (lock.count() > 0 && real && !fresh.has(lock.path(), in)) {
        uses.add(of(lock, in, inner));
      }
    }
    return Locks.of(uses);
  }

  Locks.Use of(Held.Lock lock, MethodBody in, Paths.Substitution inner) {
    Trace at = Trace.at(in, lock.line() >= 0 ? lock.line() : firstLine(in));
    return canonical(inner.of(lock.path()), lock.mode(), lock.monitor(), at);
  }

  /** Where a synchronized method takes its lock, as near as that is known. */
  private static int firstLine(MethodBody in) {
    return in.events().isEmpty() ? 0 : in.events().get(0).line();
  }

  /** The lock that a path leads to, by its one name. */
  public Path known(Path lock) {
    return canonical(lock, Held.Mode.EXCLUSIVE, false, null).path();
  }

  /** The lock by its one name. */
  Locks.Use canonical(Path path, Held.Mode mode, boolean monitor, Trace at) {
    Path lock = path;
    Held.Mode its = mode;
    for (int hop = 0; hop < HOPS; hop++) {
      Path stored = only(lock);
      if (lock.is(Kind.READ_VIEW) || lock.is(Kind.WRITE_VIEW)) {
        its = lock.is(Kind.READ_VIEW) ? Held.Mode.SHARED : Held.Mode.EXCLUSIVE;
        lock = lock.parent();
      } else if (stored != null && !monitor && isView(stored)) {
        its = stored.is(Kind.READ_VIEW) ? Held.Mode.SHARED : Held.Mode.EXCLUSIVE;
        lock = seenFrom(stored.parent(), lock);
      } else if (stored != null && stored.isParam(0)) {
        lock = lock.parent() == null ? lock : lock.parent();
      } else {
        Path same = aliases.of(lock);
        if (same == lock) {
          break;
        }
        lock = same;
      }
    }
    return new Locks.Use(lock, its, monitor, monitor ? top(lock.type()) : null, at);
  }

  private String top(String type) {
    ClassFacts facts = program.classes().get(type);
    if (facts == null || facts.isInterface()) {
      return null;
    }
    ClassFacts above = program.classes().get(facts.superName());
    return above == null ? type : top(above.name());
  }

  private static boolean isView(Path path) {
    return path.is(Kind.READ_VIEW) || path.is(Kind.WRITE_VIEW);
  }

  /** What a field always holds, if one thing alone is ever put into it. */
  private Path only(Path path) {
    if (!path.is(Kind.FIELD) && !path.is(Kind.STATIC)) {
      return null;
    }
    List<Program.Stored> stores = program.stores(path.name());
    Path value = null;
    for (Program.Stored each : stores) {
      boolean own = each.base() == null || each.base().isParam(0);
      if (!own || value != null && value != each.value()) {
        return null;
      }
      value = each.value();
    }
    return value;
  }

  /** The lock behind a view, reached from the object that has the view. */
  private Path seenFrom(Path behind, Path field) {
    Path object = field.parent();
    if (behind.root().isParam(0) && object != null) {
      return paths.new Substitution() {
        @Override
        protected Path root(Path root) {
          return root.isParam(0) ? object : null;
        }
      }.of(behind);
    }
    if (behind.is(Kind.MADE) && object != null) {
      return paths.field(object, behind.name() + "@" + behind.index(), behind.type());
    }
    return behind;
  }
}
