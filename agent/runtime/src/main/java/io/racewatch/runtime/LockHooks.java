package io.racewatch.runtime;

/** What {@link SyncHooks} does with locks; guards every entry. */
final class LockHooks {
  private LockHooks() {}

  static void request(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      LockClock clock = Locks.of(lock, t, site);
      if (Settings.deadlocks() && t.held != null && Held.find(t.held, clock) == null) {
        t.lockOrder.requested(t, clock, shared, site);
      }
      t.wantsSite = site;
      t.wants = clock;
    } catch (Throwable broken) {
      Faults.caught("lock request", broken);
    }
  }

  static void acquire(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      LockClock clock = Locks.of(lock, t, site);
      if (Settings.deadlocks()
          && t.held != null
          && t.wants != clock
          && Held.find(t.held, clock) == null) {
        t.lockOrder.requested(t, clock, shared, site); // a synchronized method: nobody announced it
      }
      Locks.acquired(clock, shared, t, site);
    } catch (Throwable broken) {
      Faults.caught("lock", broken);
    }
  }

  /** A tryLock that won: held from now on, but it never waited. */
  static void tried(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      Locks.acquired(Locks.of(lock, t, site), shared, t, site);
    } catch (Throwable broken) {
      Faults.caught("tryLock", broken);
    }
  }

  static void release(Object lock, boolean shared, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      Locks.releasing(Locks.of(lock, t, site), shared, t);
    } catch (Throwable broken) {
      Faults.caught("unlock", broken);
    }
  }

  /** The order of a monitor alone: nothing is held, for the JDK's own method gives it back. */
  static void order(Object monitor, boolean leaves, ThreadState t) {
    try {
      LockClock clock = Locks.of(monitor, t, 0);
      if (leaves) {
        clock.release(t);
      } else {
        clock.acquire(t, 0, clock.className);
        clock.readers.acquire(t, 0, clock.className);
      }
    } catch (Throwable broken) {
      Faults.caught("monitor of the JDK", broken);
    }
  }

  static void waitBegin(Object lock, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      Held before = Locks.releaseAll(Locks.of(lock, t, site), t);
      t.caches.waiting = before;
    } catch (Throwable broken) {
      Faults.caught("wait", broken);
    }
  }

  static void waitEnd(Object lock, ThreadState t, int site) {
    if (lock == null || t.inside != 0) {
      return;
    }
    try {
      Held before = t.caches.waiting;
      t.caches.waiting = null;
      if (before != null) {
        Locks.reacquired(before.lock, before, t, site);
      }
    } catch (Throwable broken) {
      Faults.caught("wait", broken);
    }
  }
}
