package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.clock.VectorClock;
import io.racewatch.runtime.table.Spin;
import jdk.internal.vm.annotation.DontInline;

/**
 * The clock of one synchronisation object: what happened before its last releases.
 *
 * <p>Mostly it is just the snapshot of the last releaser: its epoch and what the thread knew, a
 * copy of its few entries or the chunks that it shared. When two releases do not follow one another
 * (two plain volatile writers), it is their join. Whoever knows the last release of a snapshot
 * knows all of it, so an acquire that learns nothing is one load and one comparison.
 *
 * <p>What a release leaves is stored before the program's own operation, and read after it; so the
 * program's synchronisation itself makes it visible. Updates are made under a spin lock held for
 * some nanoseconds, which is given back by a store: a StackOverflowError may strike at each call.
 */
public class SyncClock extends Knowledge {
  private static final long SPIN = Internals.offset(SyncClock.class, "spin");
  private static final long LAST = Internals.offset(SyncClock.class, "last");

  /** In {@link #last}: the chunks hold more than one releaser, not covered by the last epoch. */
  private static final long MANY = Long.MIN_VALUE;

  /** Turns that an acquire waits for operations that have begun; then it takes them as done. */
  private static final int PATIENCE = 512;

  private volatile int spin;
  private int tickets;

  /** Epoch of the last release, 0 if none, perhaps with {@link #MANY}. Read without the lock. */
  private volatile long last;

  /** Whether any clock was overwritten: until then nobody need look. Racy, set once. */
  private static boolean anyOverwritten;

  /**
   * What was released before a write that releases nothing; null if there was none. A read that was
   * under way meanwhile may have seen the older value, so it takes this over as well.
   */
  private volatile Fence.Read overwritten;

  /** With {@link #MANY}: the releases of which the chunks are the join. */
  Heads heads;

  /**
   * Operations that may turn out to release. Read without the lock, before {@link #last}: whoever
   * saw what such an operation wrote finds it here, or its release there, for it goes from here
   * only after that was stored.
   */
  private volatile PendingRelease pending;

  /** How the order through this object is called, see the run file's edge kinds. */
  final byte kind;

  SyncClock(byte kind) {
    this.kind = kind;
  }

  private void lock() {
    for (int turn = 0; !Internals.U.compareAndSetInt(this, SPIN, 0, 1); turn++) {
      Spin.pause(turn);
    }
  }

  /** Adds all that happened in the thread so far; the thread enters its next epoch. */
  final void release(ThreadState t) {
    t.settle();
    if (TraceLog.ON && isEdge()) {
      TraceLog.publish(t, this);
    }
    lock();
    try {
      put(t);
    } finally {
      spin = 0;
    }
    t.tick();
  }

  private void put(ThreadState t) {
    long e = last;
    long now = t.epoch;
    if (isKnown(e, t) || e < 0 && heads.areKnownTo(t)) {
      keep(t.vector);
      heads = null;
    } else {
      merge(t.vector, e);
      heads = (e > 0 ? new Heads(e) : heads).with(now, t);
      now |= MANY;
    }
    Internals.U.putLongRelease(this, LAST, now);
  }

  /** Epoch of the last release, 0 if there was none. */
  final long lastRelease() {
    return last & ~MANY;
  }

  /** Whether there was a release, in whichever thread. */
  final boolean isReleased() {
    return last != 0;
  }

  /** Whether the thread knows all releases so far, and none may be under way. */
  final boolean isKnownTo(ThreadState t) {
    if (pending != null || !Reductions.JOINS) {
      return false;
    }
    return isKnown(last, t);
  }

  private boolean isKnown(long e, ThreadState t) {
    return e == 0 || e > 0 && t.knowsRelease(e) || t.joined.has(this, e);
  }

  /** Orders the thread after all releases so far. */
  final void acquire(ThreadState t, int site, Object what) {
    if (kind == EdgeKind.TASK || t.tail.isTold() && !isLock() || !isKnownTo(t)) {
      learn(t, site, what);
    }
    if (TraceLog.ON && isEdge()) {
      TraceLog.consume(t, this, site);
    }
  }

  /** Whether a trace has it as edges, not as a lock. */
  boolean isEdge() {
    return true;
  }

  @DontInline
  private void learn(ThreadState t, int site, Object what) {
    int first = 0;
    long e;
    int[][] from;
    Heads of;
    for (int turn = 0; ; turn++) {
      lock();
      try {
        first = turn == 0 ? tickets : first;
        if (turn == PATIENCE) {
          takeAsDone(first, t);
        }
        e = last;
        from = lend(t);
        of = heads == null ? null : heads.copy();
        if (turn == PATIENCE || !isAwaited(first, t)) {
          break;
        }
      } finally {
        spin = 0;
      }
      Spin.pause(turn);
    }
    if (e == 0) {
      return;
    }
    if (isKnown(e, t)) {
      if (kind == EdgeKind.TASK) {
        t.alsoBy(slot(e), (int) e, kind, what, site);
      } else if (t.tail.isTold() && !isLock()) {
        tellAgain(e, of, t, what, site);
      }
      return;
    }
    t.learn(this, e, from, of, what, site);
  }

  private boolean isLock() {
    return kind == EdgeKind.MONITOR || kind == EdgeKind.LOCK;
  }

  /** The thread knows it all, but perhaps by a lock alone; see {@link Tail}. */
  @DontInline
  private void tellAgain(long e, Heads of, ThreadState t, Object what, int site) {
    if (of == null) {
      t.tail.learns(t, slot(e), (int) e, kind, what, site);
    } else {
      of.record(t, kind, what, site);
    }
  }

  /** Whether an operation of another thread, begun up to that ticket, is still under way. */
  private boolean isAwaited(int ticket, ThreadState t) {
    for (PendingRelease p = pending; p != null; p = p.next) {
      if (p.ticket - ticket <= 0 && p.thread != t) {
        return true;
      }
    }
    return false;
  }

  /**
   * The threads of these operations do not run, or run a long function. An order too many loses a
   * race at most; one too few would invent one.
   */
  @DontInline
  private void takeAsDone(int ticket, ThreadState t) {
    PendingRelease kept = null;
    for (PendingRelease p = pending, next; p != null; p = next) {
      next = p.next;
      if (p.thread == t || p.ticket - ticket > 0) {
        p.next = kept;
        kept = p;
      } else {
        add(p);
      }
    }
    pending = kept;
  }

  private void add(PendingRelease p) {
    add(p.epoch, p.chunks);
  }

  private void add(long epoch, int[][] more) {
    VectorClock all = last == 0 ? new VectorClock() : joined(more, last);
    all.join(more);
    all.raise(slot(epoch), (int) epoch);
    keep(all.share());
    heads = heads != null ? heads : last == 0 ? new Heads() : new Heads(last);
    heads = heads.with(epoch, null);
    last = epoch | MANY;
  }

  /** Adds what came before a fence. */
  final void add(Fence fence) {
    lock();
    try {
      add(fence.epoch, fence.chunks);
    } finally {
      spin = 0;
    }
  }

  // Writes that release nothing.

  static boolean anyOverwritten() {
    return anyOverwritten;
  }

  /** Forgets what was released; from now on it is what came before a fence, or nothing. */
  final void overwrite(Fence fence) {
    if (last == 0 && fence == null) {
      return;
    }
    anyOverwritten = true;
    lock();
    try {
      if (last != 0) {
        overwritten = new Fence.Read(this, last, snapshot(), heads);
      }
      keep(fence == null ? null : fence.chunks);
      heads = null;
      Internals.U.putLongRelease(this, LAST, fence == null ? 0 : fence.epoch);
    } finally {
      spin = 0;
    }
  }

  final boolean wasOverwritten() {
    return overwritten != null;
  }

  /** Whether it was while the thread's read was under way, as far as is known. */
  final boolean wasOverwrittenFor(ThreadState t) {
    Fence.Read lost = overwritten;
    return lost != null && !t.wasReading(this, lost);
  }

  /** Takes over what was released before the last write that released nothing. */
  final void acquireOverwritten(ThreadState t, int site) {
    Fence.Read lost = overwritten;
    if (lost != null) {
      t.learn(this, lost.last, lost.chunks, lost.heads, null, site);
    }
  }

  final Fence.Read overwritten() {
    return overwritten;
  }

  /** What an acquire would take over now. */
  final Fence.Read peek() {
    lock();
    try {
      return new Fence.Read(this, last, snapshot(), heads == null ? null : heads.copy());
    } finally {
      spin = 0;
    }
  }

  /** An operation begins that may release. */
  final void begin(PendingRelease p) {
    lock();
    try {
      p.ticket = ++tickets;
      p.next = pending;
      pending = p;
    } finally {
      spin = 0;
    }
  }

  /** It is over: releases if it was done. The thread enters its next epoch if it released. */
  final void end(PendingRelease p, boolean done, ThreadState t) {
    boolean taken;
    if (TraceLog.ON && done) {
      TraceLog.publish(t, this);
    }
    lock();
    try {
      taken = !isPending(p);
      if (!taken) {
        if (done) {
          put(t);
        }
        unlink(p);
      }
    } finally {
      spin = 0;
    }
    if (taken || done) {
      t.tick();
    }
    if (taken && done) {
      release(t); // what was taken was the epoch before
    }
  }

  private boolean isPending(PendingRelease which) {
    for (PendingRelease p = pending; p != null; p = p.next) {
      if (p == which) {
        return true;
      }
    }
    return false;
  }

  private void unlink(PendingRelease gone) {
    PendingRelease before = null;
    for (PendingRelease p = pending; p != null; p = p.next) {
      if (p == gone) {
        if (before == null) {
          pending = p.next;
        } else {
          before.next = p.next;
        }
        return;
      }
      before = p;
    }
  }
}
