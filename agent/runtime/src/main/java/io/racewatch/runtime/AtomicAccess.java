package io.racewatch.runtime;

/**
 * Accesses that are atomic by their mode (opaque, acquire, release, volatile) to variables that can
 * also be accessed plainly. Two of them never race; one and a plain access do, unless ordered
 * (VarHandle's javadoc: a plain access gives no guarantee about what others see). The variable's
 * word is the one that plain accesses use, changed by the same rules as in {@link Detector}.
 */
final class AtomicAccess {
  private AtomicAccess() {}

  /** The variable whose state stands at (base, offset) was read. */
  static void read(Object base, long offset, Object subject, int index, Access me, ThreadState t) {
    while (true) {
      SharedShadow s = state(base, offset);
      if (s != null && isCovered(s, me)) {
        return;
      }
      if (cas(base, offset, s, afterRead(s, me, t))) {
        if (s != null && races(s.write(), t)) {
          Races.found(s.write(), false, me, false, subject, index, t);
        }
        return;
      }
    }
  }

  /** A read or write of the epoch by this thread is there, and meets all that this one would. */
  private static boolean isCovered(SharedShadow s, Access me) {
    if (s.write() != null && s.write().epoch() == me.epoch()
        || s.read() != null && s.read().epoch() == me.epoch()) {
      return true;
    }
    if (s.readers() != null) {
      for (Access reader : s.readers()) {
        if (reader.epoch() == me.epoch()) {
          return true;
        }
      }
    }
    return false;
  }

  private static SharedShadow afterRead(SharedShadow s, Access me, ThreadState t) {
    if (s == null) {
      return new JointShadow(null, me, null, null);
    }
    Access[] readers = null;
    if (s.readers() != null || s.read() != null && !t.knows(s.read().epoch())) {
      readers = Transitions.readersWith(s, me, t);
    }
    return new JointShadow(s.write(), me, readers, s.guards);
  }

  /**
   * The variable was or is about to be written. The state then forgets what was there before: an
   * earlier atomic access that is unordered with this one is no longer held against a plain one.
   */
  static void write(Object base, long offset, Object subject, int index, Access me, ThreadState t) {
    while (true) {
      SharedShadow s = state(base, offset);
      if (s != null && s.write() == me && s.read() == null) {
        return;
      }
      if (cas(base, offset, s, new JointShadow(me, null, null, s == null ? null : s.guards))) {
        if (s != null) {
          judge(s, subject, index, me, t);
        }
        return;
      }
    }
  }

  private static void judge(SharedShadow s, Object subject, int index, Access me, ThreadState t) {
    if (races(s.write(), t)) {
      Races.found(s.write(), false, me, true, subject, index, t);
    }
    if (s.readers() == null) {
      judge(s.read(), subject, index, me, t);
      return;
    }
    for (Access reader : s.readers()) {
      judge(reader, subject, index, me, t);
    }
  }

  private static void judge(Access read, Object subject, int index, Access me, ThreadState t) {
    if (races(read, t)) {
      Races.found(read, true, me, true, subject, index, t);
    }
  }

  private static boolean races(Access earlier, ThreadState t) {
    return earlier != null && !earlier.context.atomic && !t.knows(earlier.epoch());
  }

  /** The state of the variable, as one that is never changed. */
  private static SharedShadow state(Object base, long offset) {
    while (true) {
      Shadow s = (Shadow) Internals.U.getReference(base, offset);
      if (s instanceof OwnShadow own) {
        own.retire();
        cas(base, offset, own, own.successor());
      } else {
        return (SharedShadow) s;
      }
    }
  }

  private static boolean cas(Object base, long offset, Shadow expected, Shadow next) {
    // Release, as in Detector: whoever loads the reference sees the state whole.
    return Internals.U.compareAndSetReference(base, offset, expected, next);
  }
}
