package io.racewatch.runtime;

/**
 * The next state of a variable. A thread keeps the last transitions that it made: variables that
 * were accessed together go together from one shared state to the next (SlimFast, Peng et al.,
 * IPDPS 2018), without an allocation for each.
 */
final class Transitions {
  private Transitions() {}

  /** Whether the thread's read of this epoch is among several readers. */
  static boolean hasRead(Shadow s, ThreadState t) {
    if (s.readers == null) {
      return false;
    }
    if (t.hasSeen(s)) {
      return true;
    }
    for (Access a : s.readers) {
      if (a.epoch == t.epoch && !a.atomic) {
        t.see(s);
        return true;
      }
    }
    return false;
  }

  static Shadow read(Shadow s, ThreadState t, int site) {
    int slot = (s.hash ^ site) & t.readFrom.length - 1;
    Shadow known = t.readTo[slot];
    if (t.readFrom[slot] == s && mine(known.read, t, site)) {
      return known;
    }
    Access me = t.access(site);
    Access[] readers = null;
    if (s.readers != null || s.read != null && !t.knows(s.read)) {
      readers = readersWith(s, me, t);
    }
    boolean foreign = s.foreignTo(t.info.uid);
    LockSet guards = guards(s, foreign, t);
    Shadow next = new Shadow(s.write, me, readers, guards);
    t.readFrom[slot] = s;
    t.readTo[slot] = next;
    return next;
  }

  static Shadow write(Shadow s, ThreadState t, int site) {
    boolean foreign = s.foreignTo(t.info.uid);
    Access me = t.access(site);
    return s.guards == null && !foreign ? me.firstWrite() : me.write(guards(s, foreign, t));
  }

  private static boolean mine(Access a, ThreadState t, int site) {
    return a.epoch == t.epoch
        && a.site == site
        && a.held == t.held
        && a.task == t.task
        && a.optimistic == t.optimistic;
  }

  /** The unordered readers: those that this thread does not know, and itself. */
  static Access[] readersWith(Shadow s, Access me, ThreadState t) {
    Access[] old = s.readers != null ? s.readers : new Access[] {s.read};
    int kept = 0;
    for (Access a : old) {
      kept += t.knows(a) ? 0 : 1;
    }
    if (kept == 0) {
      return null;
    }
    Access[] all = new Access[kept + 1];
    int n = 0;
    for (Access a : old) {
      if (!t.knows(a) && n < kept) {
        all[n++] = a;
      }
    }
    all[n] = me;
    return all;
  }

  private static LockSet guards(Shadow s, boolean foreign, ThreadState t) {
    if (s.guards != null) {
      return s.guards.isEmpty() ? s.guards : s.guards.intersect(Held.setOf(t.held));
    }
    return foreign ? Held.setOf(t.held) : null;
  }
}
