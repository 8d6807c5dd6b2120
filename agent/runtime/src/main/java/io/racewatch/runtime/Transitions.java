package io.racewatch.runtime;

import jdk.internal.vm.annotation.DontInline;

/**
 * The next state of a variable. A thread keeps the last transitions that it made: variables that
 * were accessed together go together from one shared state to the next (SlimFast, Peng et al.,
 * IPDPS 2018), without an allocation for each. A variable that came into its state alone goes on
 * alone, in a state of its own.
 */
final class Transitions {
  private Transitions() {}

  /** Whether the thread's read of this epoch is among several readers. */
  static boolean hasRead(SharedShadow s, ThreadState t) {
    if (s.readers() == null) {
      return false;
    }
    if (t.seen.has(s, t.epoch)) {
      return true;
    }
    for (Access a : s.readers()) {
      if (a.epoch() == t.epoch && !a.context.atomic) {
        t.seen.add(s, t.epoch);
        return true;
      }
    }
    return false;
  }

  /** After a read. */
  static Shadow read(SharedShadow s, ThreadState t, int site) {
    SharedShadow[] from = t.caches.readFrom;
    int slot = (s.hash() ^ site) & from.length - 1;
    SharedShadow known = t.caches.readTo[slot];
    boolean again = Reductions.TRANSITIONS && from[slot] == s;
    if (again && known.read().isOf(t, false, site)) {
      s.again();
      return known.again();
    }
    if (Reductions.OWN_STATES && !s.common) {
      return OwnShadow.read(s, t, t.context(site));
    }
    Access me = t.access(site, false);
    Access[] readers = null;
    if (s.readers() != null || s.read() != null && !t.knows(s.read().epoch())) {
      readers = readersWith(s, me, t);
    }
    SharedShadow next = new JointShadow(s.write(), me, readers, s.guardsAfter(t));
    t.caches.readFrom[slot] = s;
    t.caches.readTo[slot] = next;
    return next;
  }

  /** After a write; see {@link #read}. */
  static Shadow write(SharedShadow s, ThreadState t, int site) {
    if (Reductions.OWN_STATES && !s.common) {
      return OwnShadow.write(s, t, t.context(site));
    }
    Access me = t.access(site, true);
    LockSet guards = s.guardsAfter(t);
    return guards == null ? me.first() : t.caches.guarded(me, guards);
  }

  /** The unordered readers: those that this thread does not know, and itself. */
  @DontInline
  static Access[] readersWith(SharedShadow s, Access me, ThreadState t) {
    Access[] old =
        s.readers() != null ? EndedReaders.bounded(s.readers()) : new Access[] {s.read()};
    int kept = 0;
    for (Access a : old) {
      kept += t.knows(a.epoch()) ? 0 : 1;
    }
    if (kept == 0) {
      return null;
    }
    Access[] all = new Access[kept + 1];
    int n = 0;
    for (Access a : old) {
      if (!t.knows(a.epoch()) && n < kept) {
        all[n++] = a;
      }
    }
    all[n] = me;
    return all;
  }
}
