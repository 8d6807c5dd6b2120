package io.racewatch.runtime;

/**
 * The locks that a thread holds, innermost first; a persistent list, so that an access keeps the
 * locks of its moment by one reference.
 */
final class Held {
  final LockClock lock;
  final boolean shared;
  final int site;
  final Held outer;
  final int depth;

  /** The same places, whatever the locks. */
  final LockPath path;

  /** How often the lock is held beyond the first time. Used by the owner thread alone. */
  int again;

  /** Tells this time of holding the lock from others; copied when the entry moves. */
  int since;

  /** The request, null if it never had to wait; of the task or thread {@link #scope}. */
  Need need;

  Needs scope;

  /** The set of these locks, made when first needed. */
  private LockSet set;

  /** A list under which no access is made. */
  Held(LockClock lock, boolean shared, int site, Held outer) {
    this(lock, shared, site, outer, null);
  }

  Held(LockClock lock, boolean shared, int site, Held outer, LockPath path) {
    this.lock = lock;
    this.shared = shared;
    this.site = site;
    this.outer = outer;
    this.path = path;
    this.depth = outer == null ? 1 : outer.depth + 1;
  }

  /** The entry of a lock in any mode, or null. */
  static Held find(Held top, LockClock lock) {
    for (Held h = top; h != null; h = h.outer) {
      if (h.lock == lock) {
        return h;
      }
    }
    return null;
  }

  /** The entry of a lock in that mode, or null. */
  static Held find(Held top, LockClock lock, boolean shared) {
    for (Held h = top; h != null; h = h.outer) {
      if (h.lock == lock && h.shared == shared) {
        return h;
      }
    }
    return null;
  }

  /** The list of that thread without one entry. */
  static Held without(Held top, Held gone, ThreadState t) {
    if (top == gone) {
      return top.outer;
    }
    Held outer = without(top.outer, gone, t);
    Held copy = t.caches.hold(top.lock, top.shared, top.site, outer);
    copy.again = top.again;
    copy.since = top.since;
    copy.need = top.need;
    copy.scope = top.scope;
    return copy;
  }

  static LockSet setOf(Held top) {
    if (top == null) {
      return LockSet.EMPTY;
    }
    LockSet s = top.set;
    if (s == null) {
      s = top.set = setOf(top.outer).with(top.lock);
    }
    return s;
  }
}
