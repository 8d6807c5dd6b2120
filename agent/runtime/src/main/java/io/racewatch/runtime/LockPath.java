package io.racewatch.runtime;

/**
 * Where the locks that a thread holds were taken, innermost first, whatever locks they are: a
 * thread goes few ways and may take any number of locks on them. So what is kept of an access is
 * the same for all objects that are guarded in the same way. Used by its thread alone, but for what
 * is final.
 */
final class LockPath {
  private static final int FEW = 4;
  private static final int MANY = 4096;

  final int site;
  final boolean shared;
  final LockPath outer;

  /** Spreads paths over caches. */
  final int hash;

  /** Contexts of accesses under these locks, by site. */
  private Context[] contexts;

  /** How often one of them had to go, since there was more room. */
  private int replaced;

  LockPath(int site, boolean shared, LockPath outer) {
    this.site = site;
    this.shared = shared;
    this.outer = outer;
    this.hash = hash(site, outer);
  }

  static int hash(int site, LockPath outer) {
    return outer == null ? site : outer.hash * 31 + site;
  }

  /** That of the locks held now; null if there are none. */
  static LockPath of(ThreadState t) {
    return t.held == null ? null : t.held.path;
  }

  /** Whether it is that of a lock taken there, in that mode, under those. */
  boolean is(int site, boolean shared, LockPath outer) {
    return this.site == site && this.shared == shared && this.outer == outer;
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

  /** Whether two, of different threads perhaps, lead through the same places. */
  static boolean same(LockPath a, LockPath b) {
    while (a != null && b != null && a.site == b.site) {
      a = a.outer;
      b = b.outer;
    }
    return a == null && b == null;
  }
}
