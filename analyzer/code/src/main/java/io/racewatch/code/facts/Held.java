package io.racewatch.code.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * The locks held at a point on every way there. A count below 0 means that a lock is given back
 * that the caller held. Immutable.
 */
public final class Held {
  /** No lock. */
  public static final Held NONE = new Held(List.of());

  /** How a lock is held, the strongest first. */
  public enum Mode {
    EXCLUSIVE,
    SHARED,
    /** An optimistic read that is validated later. */
    OPTIMISTIC,
    /** No lock: the thread alone has set a flag. Tells threads apart if it is never set back. */
    ONCE
  }

  /**
   * A lock and how often it is held.
   *
   * @param line where it was taken first, 0 if unknown
   * @param monitor whether it is the object's monitor
   */
  public record Lock(Path path, Mode mode, boolean monitor, int count, int line) {
    boolean same(Lock other) {
      return path == other.path && mode == other.mode && monitor == other.monitor;
    }

    Lock at(int other) {
      return new Lock(path, mode, monitor, count, other);
    }

    Lock times(int other) {
      return new Lock(path, mode, monitor, other, line);
    }
  }

  private final List<Lock> locks;

  private Held(List<Lock> locks) {
    this.locks = locks;
  }

  /** Those held, outermost first. */
  public List<Lock> locks() {
    return locks;
  }

  /** True if a lock is held, or given back too often. */
  public boolean isEmpty() {
    return locks.isEmpty();
  }

  /** The same with a lock taken once more, or with a negative count given back. */
  public Held plus(Lock lock) {
    List<Lock> next = new ArrayList<>(locks.size() + 1);
    boolean found = false;
    for (Lock each : locks) {
      if (!found && each.same(lock)) {
        found = true;
        // Never below -1: a loop that gives back in each round must come to rest.
        int count = Math.max(each.count() + lock.count(), lock.monitor() ? 0 : -1);
        if (count != 0) {
          next.add(each.times(count));
        }
      } else {
        next.add(each);
      }
    }
    // A monitor is always left by the method that entered it.
    if (!found && (lock.count() > 0 || !lock.monitor())) {
      next.add(lock);
    }
    return next.isEmpty() ? NONE : new Held(List.copyOf(next));
  }

  /** The same with a lock given back; of an unknown one, some unknown one that is held. */
  public Held minus(Lock lock) {
    return plus(lock.times(-1));
  }

  /**
   * The same without the shared hold that an exclusive one of a stamped lock takes the place of.
   */
  Held upgraded(Lock got) {
    Lock shared = new Lock(got.path(), Mode.SHARED, got.monitor(), 1, got.line());
    boolean write = got.mode() == Mode.EXCLUSIVE && !got.monitor();
    return write && count(shared) > 0 ? minus(shared) : this;
  }

  /** What is held on both ways; of a lock held in two modes, the weaker. */
  public Held meet(Held other) {
    if (equals(other)) {
      return this;
    }
    List<Lock> both = new ArrayList<>();
    for (Lock each : locks) {
      int count = Math.min(each.count(), other.count(each));
      if (count != 0) {
        both.add(each.times(count));
      }
    }
    for (Lock each : other.locks) {
      if (each.count() < 0 && count(each) == 0) {
        both.add(each);
      }
    }
    weakened(other, both);
    other.weakened(this, both);
    return both.isEmpty() ? NONE : new Held(List.copyOf(both));
  }

  /** Adds locks that are held here in a stronger mode alone than on the other way. */
  private void weakened(Held other, List<Lock> to) {
    for (Lock each : locks) {
      for (Lock its : other.locks) {
        boolean same = each.path() == its.path() && each.monitor() == its.monitor();
        boolean alone = other.count(each) == 0 && count(its) == 0;
        boolean held = each.count() > 0 && its.count() > 0 && its.mode() != Mode.ONCE;
        if (same && alone && held && each.mode().ordinal() < its.mode().ordinal()) {
          to.add(its.times(1));
        }
      }
    }
  }

  /**
   * What is held on both ways where they join: of two objects that one statement locks, one on each
   * way, some object is held that is not known.
   */
  Held join(Held other, Paths paths) {
    Held both = meet(other);
    if (both.equals(this) || both.equals(other)) {
      return both;
    }
    List<Lock> rest = other.without(both);
    for (Lock mine : without(both)) {
      Lock its = like(mine, rest);
      if (its != null) {
        rest.remove(its);
        String type = mine.path().type();
        boolean same = type != null && type.equals(its.path().type());
        Path some = paths.unknown(same ? type : null);
        both = both.plus(new Lock(some, mine.mode(), mine.monitor(), 1, mine.line()));
      }
    }
    return both;
  }

  private static Lock like(Lock lock, List<Lock> among) {
    for (Lock each : among) {
      // Monitors are taken and given back in blocks, so that the same blocks lead to one place.
      boolean place = lock.monitor() || lock.line() == each.line();
      if (each.mode() == lock.mode() && each.monitor() == lock.monitor() && place) {
        return each;
      }
    }
    return null;
  }

  /** What is held beside some of it, each as often as it is. */
  private List<Lock> without(Held some) {
    List<Lock> rest = new ArrayList<>();
    for (Lock each : locks) {
      for (int i = Math.max(some.count(each), 0); i < each.count(); i++) {
        rest.add(each);
      }
    }
    return rest;
  }

  private int count(Lock lock) {
    for (Lock each : locks) {
      if (each.same(lock)) {
        return each.count();
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Held that) || that.locks.size() != locks.size()) {
      return false;
    }
    for (Lock each : locks) {
      if (that.count(each) != each.count()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (Lock each : locks) {
      sum += each.path().hashCode() * 31 + each.count();
    }
    return sum;
  }

  @Override
  public String toString() {
    return locks.toString();
  }
}
