package io.racewatch.runtime;

/**
 * Stamps of a {@code StampedLock} that were converted (javadoc of tryConvertToWriteLock and its
 * kin). A hook does not see the stamp, but the thread knows in which mode it has the lock, if it
 * has it at all. Guarded by the caller.
 */
final class Conversions {
  private static final String TO_WRITE = "tryConvertToWriteLock";
  private static final String TO_READ = "tryConvertToReadLock";
  private static final String TO_OPTIMISTIC = "tryConvertToOptimisticRead";

  private Conversions() {}

  static boolean isOne(int site) {
    return Sites.isCallOf(site, TO_WRITE) || Sites.isCallOf(site, TO_READ) || isToOptimistic(site);
  }

  static boolean isToOptimistic(int site) {
    return Sites.isCallOf(site, TO_OPTIMISTIC);
  }

  /**
   * The conversion was done. What the thread gave up it had released before ({@link
   * OptimisticRead#publish}), since the next holder may have the lock by now.
   */
  static void done(LockClock lock, ThreadState t, int site) {
    if (isToOptimistic(site)) {
      lock.acquire(t, site, lock.className);
      Held had = Held.find(t.held, lock);
      if (had != null) {
        leave(had, t);
      }
      return;
    }
    boolean shared = Sites.isCallOf(site, TO_READ);
    Held had = Held.find(t.held, lock);
    if (had != null && had.shared == shared) {
      return; // the stamp was of that mode already
    }
    if (had != null) {
      leave(had, t);
    }
    Locks.acquired(lock, shared, false, t, site);
  }

  private static void leave(Held had, ThreadState t) {
    if (had.again > 0) {
      had.again--; // a read lock that the thread has by another stamp, too
      return;
    }
    if (!had.shared) {
      if (TraceLog.ON) {
        TraceLog.lock(t, false, had.lock, had.site);
      }
      had.lock.owner(0);
    }
    t.held = Held.without(t.held, had, t);
  }
}
