package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The reads between {@code StampedLock.tryOptimisticRead} and {@code validate}. What they read
 * counts only if the stamp turns out valid: races met in between are kept back, dropped when the
 * validation fails, and judged again, with the order that it gives, when it succeeds (StampedLock
 * javadoc, "Memory Synchronization"). Used by its thread alone, but for the lock.
 */
final class OptimisticRead {
  /** Races kept back; more are judged at once when the read is validated late or never. */
  private static final int LIMIT = 256;

  final LockClock lock;
  private final List<Object[]> deferred = new ArrayList<>(4);

  private OptimisticRead(LockClock lock) {
    this.lock = lock;
  }

  /** A race of a read within; judged later. */
  void defer(Access earlier, Access later, Object subject, int index) {
    if (deferred.size() < LIMIT) {
      deferred.add(new Object[] {earlier, later, subject, index});
    }
  }

  /** Whether a write under the lock makes that earlier read invalid, so that nobody uses it. */
  static boolean isVoidFor(Access earlier, ThreadState writer) {
    if (earlier.optimistic == null) {
      return false;
    }
    Held hold = Held.find(writer.held, earlier.optimistic.lock);
    return hold != null && !hold.shared;
  }

  /** An optimistic read begins, or is valid, or a stamp was converted. */
  static void consume(Object stampedLock, ThreadState t, int site) {
    LockClock lock = Locks.of(stampedLock, t, site);
    lock.acquire(t, site, lock.className);
    OptimisticRead open = t.optimistic;
    t.optimistic = null;
    if (Sites.isCallOf(site, "tryOptimisticRead")) {
      t.optimistic = new OptimisticRead(lock);
    } else if (open != null) {
      open.judge(t);
    }
  }

  /** What this thread read before comes before the next write lock. */
  static void publish(Object stampedLock, ThreadState t, int site) {
    Locks.of(stampedLock, t, site).readers.release(t);
  }

  /** The stamp was not valid: what was read is not used. */
  static void discard(ThreadState t) {
    t.optimistic = null;
  }

  private void judge(ThreadState t) {
    for (Object[] race : deferred) {
      Access earlier = (Access) race[0];
      if (!t.knows(earlier)) {
        Races.found(earlier, false, (Access) race[1], false, race[2], (Integer) race[3], t);
      }
    }
  }
}
