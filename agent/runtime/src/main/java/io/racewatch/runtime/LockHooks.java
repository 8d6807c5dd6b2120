package io.racewatch.runtime;

import jdk.internal.vm.annotation.DontInline;

/** What {@link SyncHooks} does with locks; guards every entry. */
final class LockHooks {
  private LockHooks() {}

  @DontInline
  static void request(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      if (t.inits != null) {
        initializing(lock, shared, t, site);
      }
      if (t.bare != null && t.permits != null && t.permits.any()) {
        t.bare.settle(t);
        boolean some = shared || Aliases.isShared(lock);
        t.permits.lockRequested(Locks.of(lock, t, site), some, Sites.isTimed(site), t, site);
      }
      if (t.bare != null && t.bare.request(lock, t, site)) {
        return;
      }
      LockClock clock = Locks.of(lock, t, site);
      boolean among = shared || Aliases.isShared(lock);
      if (Settings.deadlocks() && t.held != null && Held.find(t.held, clock) == null) {
        t.lockOrder.requested(t, clock, among, Sites.isTimed(site), site);
      }
      if (t.permits != null) {
        t.permits.lockRequested(clock, among, Sites.isTimed(site), t, site);
      }
      t.awaits(null, site);
      t.wantsShared = among;
      t.wants(clock, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("lock request", broken);
    }
  }

  /** The thread runs an initializer of a class. */
  private static void initializing(Object lock, boolean shared, ThreadState t, int site) {
    if (t.bare != null) {
      t.bare.settle(t);
    }
    boolean among = shared || Aliases.isShared(lock);
    InitLocks.lockRequested(Locks.of(lock, t, site), among, Sites.isTimed(site), t, site);
  }

  @DontInline
  static void acquire(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      if (t.bare != null && t.bare.acquire(lock, shared, true, t, site)) {
        return;
      }
      LockClock clock = Locks.of(lock, t, site);
      if (clock.ofProgram && wraps(lock, t)) {
        clock.acquireAll(t, site);
        return;
      }
      if (t.wants != clock) {
        unannounced(clock, shared, t, site);
      }
      Locks.acquired(clock, shared || Aliases.isShared(lock), true, t, site);
      if (t.optimistic != null) {
        OptimisticRead.locked(clock, t);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("lock", broken);
    }
  }

  /** A synchronized method: no hook sees its request. */
  private static void unannounced(LockClock clock, boolean shared, ThreadState t, int site) {
    if (t.inits != null) {
      InitLocks.lockRequested(clock, shared, false, t, site);
    }
    if (Settings.deadlocks() && t.held != null && Held.find(t.held, clock) == null) {
      t.lockOrder.requested(t, clock, shared, site);
    }
    if (t.permits != null) {
      t.permits.lockRequested(clock, shared, false, t, site);
    }
  }

  /**
   * Whether the lock's own code took a lock that the thread still has: then the two are one, and it
   * is the inner one that is held, waited with, and given back.
   */
  private static boolean wraps(Object lock, ThreadState t) {
    for (Held h = t.held; h != null; h = h.outer) {
      Sites.Site taken = h.lock.ofProgram ? null : Sites.site(h.site);
      String by = taken == null ? "" : Sites.methodOf(taken).className();
      for (Class<?> c = lock.getClass(); c.getClassLoader() != null; c = c.getSuperclass()) {
        if (Callers.isNamed(c, by)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A tryLock that won: held from now on; without a time to wait it never waited. */
  @DontInline
  static void tried(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      if (t.bare != null && t.bare.acquire(lock, shared, false, t, site)) {
        return;
      }
      LockClock clock = Locks.of(lock, t, site);
      if (clock.ofProgram && wraps(lock, t)) {
        clock.acquireAll(t, site);
        return;
      }
      if (t.held != null) {
        t.tail.unsure(); // not in the log
      }
      Locks.acquired(
          clock, shared || Aliases.isShared(lock), t.wants != null && Sites.isTimed(site), t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("tryLock", broken);
    }
  }

  @DontInline
  static void release(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      if (t.bare != null && t.bare.release(lock, t)) {
        return;
      }
      Locks.releasing(Locks.of(lock, t, site), shared || Aliases.isShared(lock), t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("unlock", broken);
    }
  }

  /** The order of a monitor alone: nothing is held, for the JDK's own method gives it back. */
  static void order(Object monitor, boolean leaves, ThreadState t) {
    if (Settings.locksOnly) {
      return;
    }
    try {
      LockClock clock = Locks.of(monitor, t, 0);
      if (TraceLog.ON && leaves) {
        TraceLog.publish(t, clock);
      } else if (TraceLog.ON) {
        TraceLog.consume(t, clock, 0);
      }
      if (leaves) {
        clock.release(t);
      } else {
        t.tail.unsure(); // whose data it guards is not known
        clock.acquireAll(t, 0);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("monitor of the JDK", broken);
    }
  }

  static void conditionMade(Object condition, Object lock) {
    try {
      Aliases.condition(condition, lock);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("condition", broken);
    }
  }

  @DontInline
  static void awaitBegin(Object condition, ThreadState t, int site) {
    if (condition == null || t.inside != 0) {
      return;
    }
    try {
      waitBegin(Aliases.lockOfCondition(condition), t, site);
      Waits.begin(condition, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("await", broken);
    }
  }

  @DontInline
  static void awaitEnd(Object condition, ThreadState t, int site) {
    if (condition == null || t.inside != 0) {
      return;
    }
    try {
      Waits.end(condition, t, site);
      waitEnd(Aliases.lockOfCondition(condition), t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("await", broken);
    }
  }

  @DontInline
  static void waitBegin(Object lock, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      if (t.bare != null) {
        t.bare.settle(t);
      }
      Locks.waitBegins(Locks.of(lock, t, site), t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("wait", broken);
    }
  }

  @DontInline
  static void waitEnd(Object lock, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      Locks.waitEnds(Locks.of(lock, t, site), t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("wait", broken);
    }
  }
}
