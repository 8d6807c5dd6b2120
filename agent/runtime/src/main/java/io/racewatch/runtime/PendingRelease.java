package io.racewatch.runtime;

/**
 * An operation between its two hooks whose outcome, or whose function, decides what it releases: a
 * compare-and-set, an {@code updateAndGet}. Belongs to its thread, which uses it again and again;
 * linked into the clock of the variable meanwhile, under that clock's lock.
 */
final class PendingRelease {
  final ThreadState thread;

  /** The variable's clock. */
  SyncClock clock;

  /** The thread's epoch before the operation, and what it knew. */
  long epoch;

  int[][] chunks;

  /** The atomic access that it is if it is done, or null. */
  Access access;

  /** Place in the order of the operations on the variable. */
  int ticket;

  /** The next in the clock's list. */
  PendingRelease next;

  /** The operation around this one, in the same thread: functions may operate on variables, too. */
  PendingRelease outer;

  private PendingRelease(ThreadState thread) {
    this.thread = thread;
  }

  /** An operation of the thread begins. */
  static void begin(SyncClock clock, ThreadState t) {
    PendingRelease p = t.spare;
    if (p == null) {
      p = new PendingRelease(t);
    }
    t.spare = null;
    t.settle();
    p.clock = clock;
    p.epoch = t.epoch;
    p.chunks = t.vector.share();
    p.outer = t.pending;
    t.pending = p;
    clock.begin(p);
  }

  /**
   * The operation ends that began last on that clock; those within it were cut short.
   *
   * @return the access that it was going to be, or null
   */
  static Access end(SyncClock clock, boolean done, ThreadState t) {
    PendingRelease p = t.pending;
    while (p != null && p.clock != clock) {
      p = p.outer;
    }
    if (p == null) {
      return null;
    }
    t.pending = p.outer;
    clock.end(p, done, t);
    final Access access = p.access;
    p.access = null;
    p.outer = null;
    p.next = null;
    p.chunks = null;
    p.clock = null;
    t.spare = p;
    return access;
  }
}
