package io.racewatch.code.summary;

import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Paths;
import java.util.ArrayList;
import java.util.List;

/** The locks that are surely held at a place. Immutable. */
public final class Locks {
  /** None. */
  public static final Locks NONE = new Locks(List.of());

  private static final int KEPT = 8;

  private final List<Use> uses;
  private final int hash;

  /**
   * A lock that is held.
   *
   * @param path which one
   * @param type of a monitor the uppermost class of the program that its object's class extends;
   *     null if that says nothing
   * @param at the way to where it was taken
   */
  public record Use(Path path, Held.Mode mode, boolean monitor, String type, Trace at) {
    boolean same(Use other) {
      return path == other.path && mode == other.mode && monitor == other.monitor;
    }
  }

  private Locks(List<Use> uses) {
    this.uses = uses;
    int sum = 0;
    for (Use use : uses) {
      sum += use.path().hashCode() * 3 + use.mode().ordinal();
    }
    this.hash = sum;
  }

  /** Outermost first. */
  public List<Use> uses() {
    return uses;
  }

  /** True if none is held. */
  public boolean isEmpty() {
    return uses.isEmpty();
  }

  boolean has(Use use) {
    for (Use each : uses) {
      if (each.same(use)) {
        return true;
      }
    }
    return false;
  }

  /** These and those of a caller, which are outside. */
  Locks within(Locks outer) {
    if (outer.isEmpty()) {
      return this;
    }
    List<Use> all = new ArrayList<>(outer.uses);
    for (Use use : uses) {
      if (!outer.has(use) && all.size() < KEPT) {
        all.add(use);
      }
    }
    return new Locks(List.copyOf(all));
  }

  /** The same as a caller sees them. */
  Locks in(Paths.Substitution caller, LockNames names, Trace call) {
    if (uses.isEmpty()) {
      return this;
    }
    List<Use> all = new ArrayList<>(uses.size());
    for (Use use : uses) {
      Path path = caller.of(use.path());
      Trace at =
          use.at().depth() < Trace.DEEPEST ? use.at().from(call.in(), call.line()) : use.at();
      all.add(names.canonical(path, use.mode(), use.monitor(), at));
    }
    return new Locks(List.copyOf(all));
  }

  static Locks of(List<Use> uses) {
    return uses.isEmpty() ? NONE : new Locks(List.copyOf(uses));
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Locks that) || that.uses.size() != uses.size()) {
      return false;
    }
    for (Use use : uses) {
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
    return uses.stream().map(use -> use.path() + ":" + use.mode()).toList().toString();
  }
}
