package io.racewatch.runtime;

import io.racewatch.runtime.table.Spin;

/**
 * The state of one variable, changed in place: no allocation and, mostly, no reference stored, so
 * that a variable that is used in many epochs (one that a lock guards) costs the collector nothing.
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

  private int spin;
  private Context write;
  private Context read;

  /** The unordered reads since the last write, from when there first was more than one. */
  private Readers readers;

  private long writeAcquires;
  private int writeOrder;
  private long readAcquires;

  /** Stored before {@link #spin} says RETIRED. */
  private SharedShadow successor;

  /** A variable that stood in {@code s} and has now been accessed by {@code t}. */
  private OwnShadow(SharedShadow s) {
    guards = s.guards;
    if (s.write != null) {
      write = s.write.context;
      writeEpoch = s.write.epoch;
      writeAcquires = s.write.acquires;
      writeOrder = s.write.order;
    }
    if (s.readers != null) {
      readers = new Readers(s.readers);
    }
    if (s.read != null) {
      read = s.read.context;
      readEpoch = s.read.epoch;
      readAcquires = s.read.acquires;
    }
  }

  /** The state after a read of a variable in that state. Nobody else has the result yet. */
  static OwnShadow read(SharedShadow s, ThreadState t, Context me) {
    OwnShadow own = new OwnShadow(s);
    own.guards = own.guardsAfter(t, me);
    own.noteRead(t, me);
    return own;
  }

  /** The state after a write of a variable in that state. */
  static OwnShadow write(SharedShadow s, ThreadState t, Context me) {
    OwnShadow own = new OwnShadow(s);
    own.guards = own.guardsAfter(t, me);
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
      guards = guardsAfter(t, me);
      noteRead(t, me);
    } finally {
      unlock();
    }
    if (raced != null) {
      Races.found(raced, false, t.accessNow(me), false, subject, index, t);
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
      racedReads = unknownReads(t);
      LockSet next = guardsAfter(t, me);
      if (next == LockSet.EMPTY && guards != null && guards != LockSet.EMPTY) {
        before = snapshot();
      }
      guards = next;
      noteWrite(t, me);
    } finally {
      unlock();
    }
    if (raced != null || racedReads != null || before != null) {
      judge(raced, racedReads, before, t.accessNow(me), subject, index, t);
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

  private Access[] unknownReads(ThreadState t) {
    if (readers != null) {
      return readers.unknownTo(t);
    }
    return readEpoch != 0 && !t.knows(readEpoch)
        ? new Access[] {new Access(read, readEpoch, readAcquires)}
        : null;
  }

  private Access lastWrite() {
    Access last = new Access(write, writeEpoch, writeAcquires);
    last.order = writeOrder;
    return last;
  }

  private SharedShadow snapshot() {
    Access w = write == null ? null : lastWrite();
    Access r = readEpoch == 0 ? null : new Access(read, readEpoch, readAcquires);
    return new SharedShadow(w, r, readers == null ? null : readers.all(), guards);
  }

  private void noteRead(ThreadState t, Context me) {
    if (readers != null) {
      readers.add(me, t);
    } else if (readEpoch != 0 && !t.knows(readEpoch)) {
      readers = new Readers(read, readEpoch, readAcquires);
      readers.add(me, t);
    }
    if (read != me) {
      read = me; // a reference is stored only where it changes: that costs the collector
    }
    readAcquires = t.acquires;
    readEpoch = t.epoch;
  }

  private void noteWrite(ThreadState t, Context me) {
    if (write != me) {
      write = me;
    }
    writeAcquires = t.acquires;
    writeOrder = ++t.accesses;
    writeEpoch = t.epoch;
    readEpoch = 0;
    if (read != null) {
      read = null; // keeps its thread's slot from being used again
    }
    if (readers != null) {
      readers.clear();
    }
  }

  @Override
  boolean isForeignTo(ThreadState t) {
    return isForeign(writeEpoch, write, t) || isForeign(readEpoch, read, t);
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
