package io.racewatch.runtime;

/**
 * The race detector: FastTrack2's rules (Wilcox, Flanagan, Freund, PPoPP 2018) on immutable states.
 *
 * <p>A thread takes the state of a variable, derives the next one, and puts it in place by
 * compare-and-set; if another thread was faster it begins again. Thus of two accesses one always
 * sees the other's. The comparison with the state that was replaced comes after, once.
 *
 * <p>Reads of the word are plain: a stale state fails the compare-and-set. What a state holds is
 * final, so a racy read sees it whole.
 */
final class Detector {
  private Detector() {}

  /** A read of the variable whose state stands at (base, offset). */
  static void read(Object base, long offset, Object subject, int index, ThreadState t, int site) {
    while (true) {
      Shadow s = (Shadow) Internals.U.getReference(base, offset);
      if (s == null) {
        Shadow first = Sampling.leavesOut() ? Sampling.UNWATCHED : t.access(site).firstRead();
        if (cas(base, offset, null, first)) {
          return;
        }
        continue;
      }
      if (s == Sampling.UNWATCHED
          || s.writeEpoch == t.epoch
          || s.readEpoch == t.epoch
          || Transitions.hasRead(s, t)) {
        return;
      }
      Shadow next = Transitions.read(s, t, site);
      if (cas(base, offset, s, next)) {
        if (s.write != null && !t.knows(s.write)) {
          Races.found(s.write, false, next.read, false, subject, index, t);
        }
        return;
      }
    }
  }

  /** A write of the variable whose state stands at (base, offset). */
  static void write(Object base, long offset, Object subject, int index, ThreadState t, int site) {
    while (true) {
      Shadow s = (Shadow) Internals.U.getReference(base, offset);
      if (s == null) {
        Shadow first = Sampling.leavesOut() ? Sampling.UNWATCHED : t.access(site).firstWrite();
        if (cas(base, offset, null, first)) {
          return;
        }
        continue;
      }
      if (s == Sampling.UNWATCHED || s.writeEpoch == t.epoch) {
        return;
      }
      Shadow next = Transitions.write(s, t, site);
      if (cas(base, offset, s, next)) {
        judgeWrite(s, next, subject, index, t);
        return;
      }
    }
  }

  private static void judgeWrite(Shadow s, Shadow next, Object subject, int index, ThreadState t) {
    if (s.write != null && !t.knows(s.write)) {
      Races.found(s.write, false, next.write, true, subject, index, t);
    }
    if (s.readers != null) {
      for (Access reader : s.readers) {
        judgeReader(reader, next, subject, index, t);
      }
    } else if (s.read != null) {
      judgeReader(s.read, next, subject, index, t);
    }
    if (next.guards == LockSet.EMPTY && s.guards != null && s.guards != LockSet.EMPTY) {
      Unguarded.found(s, next.write, t, subject, index);
    }
  }

  private static void judgeReader(
      Access reader, Shadow next, Object subject, int index, ThreadState t) {
    if (!t.knows(reader)) {
      Races.found(reader, true, next.write, true, subject, index, t);
    }
  }

  private static boolean cas(Object base, long offset, Shadow expected, Shadow next) {
    // Release: the state and its record are visible to whoever loads the reference.
    return Internals.U.compareAndSetReference(base, offset, expected, next);
  }
}
