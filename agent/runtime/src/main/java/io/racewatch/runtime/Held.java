package io.racewatch.runtime;

/**
 * The locks that a thread holds, innermost first; a persistent list, so that an access keeps the
 * locks of its moment by one reference.
 */
final class Held {
  private static final int FEW = 4;
  private static final int MANY = 256;

  final LockClock lock;
  final boolean shared;
  final int site;
  final Held outer;
  final int depth;

  /** How often the lock is held beyond the first time. Used by the owner thread alone. */
  int again;

  /** The request, null if it never had to wait; of the task or thread {@link #scope}. */
  Need need;

  Needs scope;

  /** Contexts of accesses under these locks, by site; its thread's alone. */
  private Context[] contexts;

  /** How often one of them had to go, since there was more room. */
  private int replaced;

  /** The set of these locks, made when first needed. */
  private LockSet set;

  Held(LockClock lock, boolean shared, int site, Held outer) {
    this.lock = lock;
    this.shared = shared;
    this.site = site;
    this.outer = outer;
    this.depth = outer == null ? 1 : outer.depth + 1;
  }

  /** Where the context of a site is kept, and found again if no other has taken its place. */
  Context[] contexts() {
    Context[] mine = contexts;
    return mine != null ? mine : (contexts = new Context[FEW]);
  }

  /** Keeps one that is new; where others stand in its way again and again, there is more room. */
  void keep(Context c) {
    int slot = c.site & contexts.length - 1;
    if (contexts[slot] != null && ++replaced > contexts.length && contexts.length < MANY) {
      Context[] old = contexts;
      contexts = new Context[old.length * 4];
      replaced = 0;
      for (Context each : old) {
        if (each != null) {
          contexts[each.site & contexts.length - 1] = each;
        }
      }
      slot = c.site & contexts.length - 1;
    }
    contexts[slot] = c;
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

  /** Whether two lists were taken at the same places. */
  static boolean sameSites(Held a, Held b) {
    while (a != null && b != null && a.site == b.site) {
      a = a.outer;
      b = b.outer;
    }
    return a == null && b == null;
  }

  /** The list of that thread without one entry. */
  static Held without(Held top, Held gone, ThreadState t) {
    if (top == gone) {
      return top.outer;
    }
    Held outer = without(top.outer, gone, t);
    Held copy = t.caches.hold(top.lock, top.shared, top.site, outer);
    copy.again = top.again;
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
