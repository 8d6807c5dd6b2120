package io.racewatch.code.summary;

import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The locks that are surely held at a place. Immutable. */
public final class Locks {
  /** None. */
  public static final Locks NONE = new Locks(List.of());

  private static final int KEPT = 8;

  private final List<Use> all;
  private final List<Use> uses;
  private final int hash;

  /**
   * A lock that is held.
   *
   * @param path which one
   * @param type of a monitor the uppermost class of the program that its object's class extends;
   *     null if that says nothing
   * @param at the way to where it was taken
   * @param each whether each thread that is started there has another one
   */
  public record Use(
      Path path, Held.Mode mode, boolean monitor, String type, Trace at, boolean each) {
    Use(Path path, Held.Mode mode, boolean monitor, String type, Trace at) {
      this(path, mode, monitor, type, at, false);
    }

    Use forEach(boolean other) {
      return other == each ? this : new Use(path, mode, monitor, type, at, other);
    }

    boolean once() {
      return mode == Held.Mode.ONCE;
    }

    boolean same(Use other) {
      return path == other.path && mode == other.mode && monitor == other.monitor;
    }
  }

  private Locks(List<Use> all) {
    this.all = all;
    boolean locks = all.stream().noneMatch(Use::once);
    this.uses = locks ? all : all.stream().filter(use -> !use.once()).toList();
    int sum = 0;
    for (Use use : all) {
      sum += use.path().hashCode() * 3 + use.mode().ordinal();
    }
    this.hash = sum;
  }

  /** Outermost first. */
  public List<Use> uses() {
    return uses;
  }

  /** Flags of which only one thread ever gets here, as locks. */
  public List<Use> once() {
    return uses == all ? List.of() : all.stream().filter(Use::once).toList();
  }

  /** True if no lock is held. */
  public boolean isEmpty() {
    return uses.isEmpty();
  }

  boolean has(Use use) {
    for (Use each : all) {
      if (each.same(use)) {
        return true;
      }
    }
    return false;
  }

  /** These and those of a caller, which are outside. */
  Locks within(Locks outer) {
    if (outer.all.isEmpty()) {
      return this;
    }
    List<Use> both = new ArrayList<>(outer.all);
    for (Use use : all) {
      if (!outer.has(use) && both.size() < KEPT) {
        both.add(use);
      }
    }
    return new Locks(List.copyOf(both));
  }

  /** The same as a caller sees them. */
  Locks in(Paths.Substitution caller, LockNames names, Trace call) {
    if (all.isEmpty()) {
      return this;
    }
    List<Use> seen = new ArrayList<>(all.size());
    for (Use use : all) {
      Path path = caller.of(use.path());
      Trace at =
          use.at().depth() < Trace.DEEPEST ? use.at().from(call.in(), call.line()) : use.at();
      seen.add(names.canonical(path, use.mode(), use.monitor(), at).forEach(use.each()));
    }
    return new Locks(List.copyOf(seen));
  }

  /** The same where each of several threads has another one of those that a test tells. */
  Locks each(Predicate<Path> ofEach) {
    boolean some = false;
    for (Use use : all) {
      some |= ofEach.test(use.path());
    }
    return some
        ? new Locks(
            all.stream().map(use -> use.forEach(use.each() || ofEach.test(use.path()))).toList())
        : this;
  }

  static Locks of(List<Use> uses) {
    return uses.isEmpty() ? NONE : new Locks(List.copyOf(uses));
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Locks that) || that.all.size() != all.size()) {
      return false;
    }
    for (Use use : all) {
      if (!that.has(use)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return all.stream().map(use -> use.path() + ":" + use.mode()).toList().toString();
  }
}
