package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * One stamp of {@code StampedLock.tryOptimisticRead}, and the races that hang on what becomes of
 * it. Used by its thread alone, but for writers that come after a read under it: these leave what
 * they found here, under the stamp's monitor.
 *
 * <p>Accesses refer to the stamp that they were made under, so it keeps nothing once it is over.
 */
final class Stamp {
  /** Races kept back; with more, the read is taken as one that is never validated. */
  static final int LIMIT = 256;

  private static final int OPEN = 0;

  /** It was valid, or not, and then nobody uses what was read. */
  private static final int SETTLED = 1;

  /** Nobody asked whether it was valid: what was read counts as any read. */
  private static final int USED = 2;

  final LockClock lock;

  /** From 1, among those of its thread. */
  final int number;

  private final List<Race> reads = new ArrayList<>(4);
  private List<Race> writes;
  private int state;

  Stamp(LockClock lock, int number) {
    this.lock = lock;
    this.number = number;
  }

  private record Race(Access earlier, Access later, Object subject, int index, Throwable stack) {
    static Race of(Access earlier, Access later, Object subject, int index) {
      Throwable stack = later.context.trace != null ? later.context.trace : new Throwable();
      return new Race(earlier, later, subject, index, stack);
    }
  }

  boolean isIdle() {
    return reads.isEmpty();
  }

  /** A race of a read under the stamp with an earlier write; whether there is room for more. */
  boolean keepRead(Access write, Access read, Object subject, int index) {
    reads.add(Race.of(write, read, subject, index));
    return reads.size() < LIMIT;
  }

  /**
   * A write under the lock itself came after a read under the stamp: it makes the stamp invalid, so
   * that nobody uses what was read; if they ask. False: nobody will.
   */
  synchronized boolean keepWrite(Access read, Access write, Object subject, int index) {
    if (state == USED) {
      return false;
    }
    if (state == OPEN) {
      writes = writes == null ? new ArrayList<>(4) : writes;
      if (writes.size() < LIMIT) {
        writes.add(Race.of(read, write, subject, index));
      }
    }
    return true;
  }

  /** Races that hang on this one hang on another, too. */
  void handOver(Stamp to) {
    to.reads.addAll(reads);
    reads.clear();
  }

  /** What was read is not used, or was valid. */
  void settle() {
    reads.clear();
    synchronized (this) {
      state = SETTLED;
      writes = null;
    }
  }

  /** Whether what was read is ordered is judged by what the thread knows now. */
  void judge(ThreadState t) {
    for (Race race : reads) {
      if (!t.knows(race.earlier.epoch())) {
        Races.unvalidated(race.earlier, race.later, race.subject, race.index, race.stack, t);
      }
    }
    reads.clear();
  }

  /** The stamp was never validated. */
  void used(ThreadState t) {
    judge(t);
    List<Race> left;
    synchronized (this) {
      left = writes;
      writes = null;
      state = USED;
    }
    if (left != null) {
      for (Race race : left) {
        Races.overwritten(race.earlier, race.later, race.subject, race.index, race.stack, t);
      }
    }
  }
}
