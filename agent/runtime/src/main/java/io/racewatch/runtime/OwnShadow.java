package io.racewatch.runtime;

import io.racewatch.runtime.table.Spin;
import jdk.internal.vm.annotation.DontInline;

/**
 * The state of one variable, changed in place: no allocation and, mostly, no reference stored, so
 * that a variable that is used in many epochs (one that a lock guards) costs the collector nothing.
 * It is used from few places by few threads, so the last four contexts are at hand, and a change of
 * epoch stores numbers alone. (A reference stored in an old object costs G1 a fence and later work
 * of its refinement threads, together more than all the rest.)
 *
 * <p>Every change is made under a spin lock held for some nanoseconds, so of two accesses one
 * always sees the other's. It is given back by a store with release, which pairs with the
 * compare-and-set that takes it: a StackOverflowError may strike at each call in between. Races are
 * reported after it.
 *
 * <p>It can be retired, for good: then its successor goes into the variable's word, put there by
 * whoever comes first.
 */
final class OwnShadow extends Shadow {
  private static final long SPIN = Internals.offset(OwnShadow.class, "spin");

  private static final int FREE = 0;
  private static final int BUSY = 1;
  private static final int RETIRED = 2;

  private static final byte NONE = -1;

  private int spin;
  private Context first;
  private Context second;
  private Context third;
  private Context fourth;

  /** Which of the contexts is that of the last write, and of the latest read since. */
  private byte write = NONE;

  private byte read = NONE;

  /** Which of the contexts was replaced last. */
  private byte replaced;

  /** The unordered reads since the last write, from when there first was more than one. */
  private Readers readers;

  private long writeAcquires;
  private int writeOrder;
  private long readAcquires;

  /** The locks held at the last write, and at the latest read since. */
  private LockSet writeLocks;

  private LockSet readLocks;

  /** Stored before {@link #spin} says RETIRED. */
  private SharedShadow successor;

  /** A variable that stood in {@code s} and has now been accessed by {@code t}. */
  private OwnShadow(SharedShadow s) {
    guards = s.guards;
    if (s.write() != null) {
      write = slot(s.write().context);
      writeEpoch = s.write().epoch();
      writeAcquires = s.write().acquires;
      writeOrder = s.write().order;
      writeLocks = s.write().locks;
    }
    if (s.readers() != null) {
      readers = new Readers(s.readers());
    }
    if (s.read() != null) {
      read = slot(s.read().context);
      readEpoch = s.read().epoch();
      readAcquires = s.read().acquires;
      readLocks = s.read().locks;
    }
  }

  /** The state after a read of a variable in that state. Nobody else has the result yet. */
  @DontInline
  static OwnShadow read(SharedShadow s, ThreadState t, Context me) {
    OwnShadow own = new OwnShadow(s);
    own.guards = own.guardsAfter(t);
    own.noteRead(t, me);
    return own;
  }

  /** The state after a write of a variable in that state. */
  @DontInline
  static OwnShadow write(SharedShadow s, ThreadState t, Context me) {
    OwnShadow own = new OwnShadow(s);
    own.guards = own.guardsAfter(t);
    own.noteWrite(t, me);
    return own;
  }

  /** A read; false: it did not happen here, for this is retired. */
  boolean read(Object subject, int index, ThreadState t, int site) {
    Readers several = readers;
    if (several != null && several.has(t.epoch)) {
      return true;
    }
    Context me = t.context(site);
    Access raced = null;
    if (!lock()) {
      return false;
    }
    try {
      if (writeEpoch != 0 && !t.knows(writeEpoch)) {
        raced = lastWrite();
      }
      guardBy(guardsAfter(t));
      noteRead(t, me);
    } finally {
      unlock();
    }
    if (raced != null) {
      Races.found(raced, false, t.accessNow(me, false), false, subject, index, t);
    }
    return true;
  }

  /** A write; false: it did not happen here, for this is retired. */
  boolean write(Object subject, int index, ThreadState t, int site) {
    Context me = t.context(site);
    Access raced = null;
    Access[] racedReads = null;
    SharedShadow before = null;
    if (!lock()) {
      return false;
    }
    try {
      if (writeEpoch != 0 && !t.knows(writeEpoch)) {
        raced = lastWrite();
      }
      if (readers != null || readEpoch != 0 && !t.knows(readEpoch)) {
        racedReads = unknownReads(t);
      }
      LockSet next = guardsAfter(t);
      if (next == LockSet.EMPTY && guards != null && guards != LockSet.EMPTY) {
        before = snapshot();
      }
      guardBy(next);
      noteWrite(t, me);
    } finally {
      unlock();
    }
    if (raced != null || racedReads != null || before != null) {
      judge(raced, racedReads, before, t.accessNow(me, true), subject, index, t);
    }
    return true;
  }

  /** Ends this state; idempotent. */
  void retire() {
    if (lock()) {
      try {
        successor = snapshot();
      } finally {
        Internals.U.putIntRelease(this, SPIN, successor == null ? FREE : RETIRED);
      }
    }
  }

  /** The state that takes the place of this one, which is retired. */
  SharedShadow successor() {
    return successor;
  }

  @DontInline
  private static void judge(
      Access raced,
      Access[] reads,
      SharedShadow before,
      Access now,
      Object subject,
      int index,
      ThreadState t) {
    if (raced != null) {
      Races.found(raced, false, now, true, subject, index, t);
    }
    if (reads != null) {
      for (Access reader : reads) {
        Races.found(reader, true, now, true, subject, index, t);
      }
    }
    if (before != null) {
      Unguarded.found(before, now, t, subject, index);
    }
  }

  private void guardBy(LockSet next) {
    if (guards != next && (guards == null || next == null || !guards.same(next))) {
      guards = next;
    }
  }

  @DontInline
  private Access[] unknownReads(ThreadState t) {
    if (readers != null) {
      return readers.unknownTo(t);
    }
    return new Access[] {new Access(context(read), false, readEpoch, readAcquires, readLocks)};
  }

  @DontInline
  private Access lastWrite() {
    Access last = new Access(context(write), true, writeEpoch, writeAcquires, writeLocks);
    last.order = writeOrder;
    return last;
  }

  @DontInline
  private SharedShadow snapshot() {
    Access w = writeEpoch == 0 ? null : lastWrite();
    Access r =
        readEpoch == 0
            ? null
            : new Access(context(read), false, readEpoch, readAcquires, readLocks);
    return new JointShadow(w, r, readers == null ? null : readers.all(), guards);
  }

  private void noteRead(ThreadState t, Context me) {
    if (readers != null) {
      readers.add(me, t);
    } else if (readEpoch != 0 && !t.knows(readEpoch)) {
      readers = new Readers(context(read), readEpoch, readAcquires, readLocks);
      readers.add(me, t);
    }
    read = NONE;
    read = slot(me);
    LockSet held = Held.setOf(t.held);
    if (readLocks != held && (readLocks == null || !readLocks.same(held))) {
      readLocks = held;
    }
    readAcquires = t.acquires;
    readEpoch = t.epoch;
  }

  private void noteWrite(ThreadState t, Context me) {
    write = NONE;
    read = NONE;
    write = slot(me);
    LockSet held = Held.setOf(t.held);
    if (writeLocks != held && (writeLocks == null || !writeLocks.same(held))) {
      writeLocks = held;
    }
    writeAcquires = t.acquires;
    writeOrder = ++t.accesses;
    writeEpoch = t.epoch;
    readEpoch = 0;
    if (readers != null) {
      readers.clear();
    }
  }

  @Override
  boolean isForeignTo(ThreadState t) {
    return isForeign(writeEpoch, context(write), t) || isForeign(readEpoch, context(read), t);
  }

  private Context context(byte slot) {
    switch (slot) {
      case 0:
        return first;
      case 1:
        return second;
      case 2:
        return third;
      case 3:
        return fourth;
      default:
        return null;
    }
  }

  /** Where a context stands; it takes the place of one that is not in use if it is new. */
  private byte slot(Context me) {
    if (first == me) {
      return 0;
    }
    if (second == me) {
      return 1;
    }
    if (third == me) {
      return 2;
    }
    return fourth == me ? 3 : replace(me);
  }

  @DontInline
  private byte replace(Context me) {
    do {
      replaced = (byte) (replaced + 1 & 3);
    } while (replaced == write || replaced == read);
    switch (replaced) {
      case 0:
        first = me;
        break;
      case 1:
        second = me;
        break;
      case 2:
        third = me;
        break;
      default:
        fourth = me;
        break;
    }
    return replaced;
  }

  /** Takes the lock unless this is retired. */
  private boolean lock() {
    for (int turn = 0; ; turn++) {
      int seen = Internals.U.compareAndExchangeInt(this, SPIN, FREE, BUSY);
      if (seen != BUSY) {
        return seen == FREE;
      }
      Spin.pause(turn);
    }
  }

  private void unlock() {
    Internals.U.putIntRelease(this, SPIN, FREE);
  }
}
