package io.racewatch.code.rules;

import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Ask;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Summary;

/**
 * A lock is asked for while another is held.
 *
 * @param in the summary that shows it
 * @param ask what is asked for
 * @param holds what is held
 * @param from name of the lock held
 * @param to name of the lock asked for
 */
record LockEdge(Summary in, Ask ask, Locks.Use holds, String from, String to) {
  /** Whether this waits for what the other holds, in modes that exclude each other. */
  boolean waitsFor(LockEdge next) {
    return to.equals(next.from) && Guards.exclude(ask.wants().mode(), next.holds.mode());
  }

  /** Whether a lock held by both keeps them from being inside at once. */
  boolean gated(LockEdge other) {
    for (Locks.Use mine : ask.held().uses()) {
      String name = LockClass.of(mine);
      if (name == null || name.equals(from) && name.equals(other.to)) {
        continue;
      }
      for (Locks.Use its : other.ask.held().uses()) {
        boolean same = mine.path() == its.path() || LockClass.single(mine.path());
        if (same && name.equals(LockClass.of(its)) && Guards.exclude(mine.mode(), its.mode())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the two can be done by two threads at once. */
  boolean beside(LockEdge other, View view) {
    if (local() || other.local()) {
      boolean rounds = ask.tag() == other.ask.tag() && (anew() || other.anew());
      return in == other.in && !rounds && in.parallel(ask, other.ask);
    }
    boolean main = View.isMain(in.of()) && ask.tag() < 0;
    boolean otherMain = View.isMain(other.in.of()) && other.ask.tag() < 0;
    if (in == other.in && (ask.tag() >= 0 || other.ask.tag() >= 0 || main)) {
      return in.parallel(ask, other.ask);
    }
    return !main && !otherMain || in != other.in && !view.app();
  }

  /** Whether both locks are known well enough that the names speak of the same objects. */
  boolean clear() {
    return known(holds.path()) && known(ask.wants().path());
  }

  /** Whether a lock was made by the method itself, so that only its own threads have it. */
  private boolean local() {
    return holds.path().root().is(Path.Kind.MADE) || ask.wants().path().root().is(Path.Kind.MADE);
  }

  /** Whether each round of a loop, and so each thread that it starts, has a lock of its own. */
  private boolean anew() {
    return anew(holds.path().root()) || anew(ask.wants().path().root());
  }

  private boolean anew(Path root) {
    boolean here = root.is(Path.Kind.MADE) && root.name().equals(in.of().key());
    return here && in.of().flow().inLoop(root.index());
  }

  private static boolean known(Path path) {
    return !argument(path) && !path.is(Path.Kind.ELEMENT);
  }

  /**
   * Whether one of the two is an element of a collection that the other leads to: with an order
   * back from the element to the owner of the collection, the two objects know each other.
   */
  boolean toElement() {
    Path wanted = ask.wants().path();
    boolean element = wanted.is(Path.Kind.ELEMENT) || holds.path().is(Path.Kind.ELEMENT);
    return element && !argument(wanted) && !argument(holds.path());
  }

  /**
   * Whether the one lock is a class or in a static field of it, and the other an object of that
   * class that a caller gives: any that others lock may be given.
   */
  boolean ofClassAndObject() {
    Path one = holds.path();
    Path other = ask.wants().path();
    return argument(one) && ofOne(other, one.type()) || argument(other) && ofOne(one, other.type());
  }

  private static boolean ofOne(Path lock, String type) {
    boolean its = lock.is(Path.Kind.CLASS) && lock.name().equals(type);
    return its || lock.is(Path.Kind.STATIC) && lock.name().startsWith(type + '.');
  }

  private static boolean argument(Path path) {
    return path.root().is(Path.Kind.PARAM) && !path.root().isParam(0);
  }

  int depth() {
    return ask.trace().depth() + holds.at().depth();
  }
}
