package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.clock.VectorClock;

/**
 * The clock of one synchronisation object: what happened before its last releases.
 *
 * <p>Mostly it is just the snapshot of the last releaser: {@code (slot, clock)} and the chunks that
 * the thread shared. When two releases do not follow one another (two plain volatile writers), it
 * is their join. Whoever knows the last release of a snapshot knows all of it, so the acquire needs
 * one comparison.
 *
 * <p>Updates and joins are made under {@link #lock()}, a spin lock held for some nanoseconds and
 * never while other code runs; a lock that the program holds exclusively needs it too, because
 * {@code tryLock} and shared modes read from outside.
 */
public class SyncClock {
  private static final long SPIN = Internals.offset(SyncClock.class, "spin");

  private volatile int spin;
  int slot = -1;
  int clock;
  int[][] chunks;

  /** The chunks and more than one releaser: not covered by (slot, clock). */
  boolean joined;

  /** How the order through this object is called, see the run file's edge kinds. */
  final byte kind;

  SyncClock(byte kind) {
    this.kind = kind;
  }

  private void lock() {
    while (!Internals.U.compareAndSetInt(this, SPIN, 0, 1)) {
      Thread.onSpinWait();
    }
  }

  private void unlock() {
    spin = 0;
  }

  /** Adds all that happened in the thread so far; the thread enters its next epoch. */
  final void release(ThreadState t) {
    lock();
    try {
      put(t);
    } finally {
      unlock();
    }
    t.tick();
  }

  private void put(ThreadState t) {
    int[][] mine = t.vector.share();
    if (slot < 0 || !joined && t.knows(slot, clock)) {
      chunks = mine;
    } else {
      VectorClock all = new VectorClock();
      all.join(chunks);
      all.join(mine);
      all.raise(slot, clock);
      chunks = all.share();
      joined = !t.knowsAll(chunks);
    }
    slot = t.slot;
    clock = t.clock;
  }

  /** Orders the thread after all releases so far. */
  final void acquire(ThreadState t, int site, Object what) {
    if (slot < 0) {
      return;
    }
    int fromSlot;
    int fromClock;
    int[][] from;
    boolean many;
    lock();
    try {
      fromSlot = slot;
      fromClock = clock;
      from = chunks;
      many = joined;
    } finally {
      unlock();
    }
    if (!many && t.knows(fromSlot, fromClock)) {
      if (kind == EdgeKind.TASK) {
        t.alsoBy(fromSlot, fromClock, kind, what, site);
      }
      return;
    }
    t.learn(from, many, fromSlot, fromClock, kind, what, site);
  }

  /**
   * A release that may be withdrawn. The state before it is noted under the same lock: a release of
   * another thread in between would be lost with the withdrawal.
   */
  final void release(ThreadState t, PendingRelease pending) {
    lock();
    try {
      pending.note(this, t);
      put(t);
    } finally {
      unlock();
    }
    t.tick();
  }

  /** Takes a release back, unless others have released since. */
  final void withdraw(PendingRelease pending) {
    lock();
    try {
      pending.withdraw(this);
    } finally {
      unlock();
    }
  }
}
