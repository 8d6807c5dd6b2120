package io.racewatch.runtime;

/**
 * The race detector: FastTrack2's rules (Wilcox, Flanagan, Freund, PPoPP 2018).
 *
 * <p>A state that variables share is never changed: a thread takes it, derives the next one, and
 * puts it in place by compare-and-set; if another thread was faster it begins again. A state of one
 * variable alone is changed under its lock. Thus of two accesses one always sees the other's. The
 * comparison with the state that was replaced comes after, once.
 *
 * <p>Reads of the word are plain: a stale shared state fails the compare-and-set, and an own state
 * that was replaced says so.
 */
final class Detector {
  private Detector() {}

  /** A read of the variable whose state stands at (base, offset). */
  static void read(Object base, long offset, Object subject, int index, ThreadState t, int site) {
    read(base, offset, false, subject, index, t, site);
  }

  /** A write of the variable whose state stands at (base, offset). */
  static void write(Object base, long offset, Object subject, int index, ThreadState t, int site) {
    write(base, offset, false, subject, index, t, site);
  }

  /**
   * A read.
   *
   * @param whole the word stands for several variables, which may part again
   */
  static void read(
      Object base, long offset, boolean whole, Object subject, int index, ThreadState t, int site) {
    if (TraceLog.ON) {
      trace(whole, subject, index, false, t, site);
    }
    while (true) {
      Shadow there = (Shadow) Internals.U.getReference(base, offset);
      if (there == null) {
        if (cas(base, offset, null, t.access(site, false).first())) {
          return;
        }
        continue;
      }
      if (there.writeEpoch == t.epoch || there.readEpoch == t.epoch) {
        return;
      }
      if (t.tail.isTold()) {
        t.tail.reads(t, there.writeEpoch, site);
      }
      if (there instanceof OwnShadow own) {
        if (own.read(subject, index, t, site)) {
          return;
        }
        cas(base, offset, own, own.successor());
        continue;
      }
      SharedShadow s = (SharedShadow) there;
      if (Transitions.hasRead(s, t)) {
        return;
      }
      Shadow next = Transitions.read(s, t, site);
      if (cas(base, offset, s, next)) {
        if (s.write() != null && !t.knows(s.write().epoch())) {
          Races.found(s.write(), false, t.access(site, false), false, subject, index, t);
        }
        return;
      }
    }
  }

  /** A write; see {@link #read}. */
  static void write(
      Object base, long offset, boolean whole, Object subject, int index, ThreadState t, int site) {
    if (TraceLog.ON) {
      trace(whole, subject, index, true, t, site);
    }
    while (true) {
      Shadow there = (Shadow) Internals.U.getReference(base, offset);
      if (there == null) {
        if (cas(base, offset, null, t.access(site, true).first())) {
          return;
        }
        continue;
      }
      if (there.writeEpoch == t.epoch) {
        return;
      }
      if (there instanceof OwnShadow own) {
        if (own.write(subject, index, t, site)) {
          return;
        }
        cas(base, offset, own, own.successor());
        continue;
      }
      SharedShadow s = (SharedShadow) there;
      Shadow next = Transitions.write(s, t, site);
      if (cas(base, offset, s, next)) {
        judgeWrite(s, next, subject, index, t, site);
        return;
      }
    }
  }

  private static void judgeWrite(
      SharedShadow s, Shadow next, Object subject, int index, ThreadState t, int site) {
    if (s.write() != null && !t.knows(s.write().epoch())) {
      Races.found(s.write(), false, t.access(site, true), true, subject, index, t);
    }
    if (s.readers() != null) {
      for (Access reader : s.readers()) {
        judgeReader(reader, subject, index, t, site);
      }
    } else if (s.read() != null) {
      judgeReader(s.read(), subject, index, t, site);
    }
    if (next.guards == LockSet.EMPTY && s.guards != null && s.guards != LockSet.EMPTY) {
      Unguarded.found(s, t.access(site, true), t, subject, index);
    }
  }

  private static void judgeReader(
      Access reader, Object subject, int index, ThreadState t, int site) {
    if (!t.knows(reader.epoch())) {
      Races.found(reader, true, t.access(site, true), true, subject, index, t);
    }
  }

  private static void trace(
      boolean whole, Object subject, int index, boolean writes, ThreadState t, int site) {
    if (whole) {
      TraceLog.block(t, writes, subject, index, site);
    } else {
      TraceLog.access(t, writes, subject, index, site);
    }
  }

  private static boolean cas(Object base, long offset, Shadow expected, Shadow next) {
    // Release: the state and its record are visible to whoever loads the reference.
    return Internals.U.compareAndSetReference(base, offset, expected, next);
  }
}
