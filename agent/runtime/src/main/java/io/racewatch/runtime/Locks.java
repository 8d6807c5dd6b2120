package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/** The locks of the program, monitors and {@code Lock}s, and which a thread holds. */
final class Locks {
  private static final Table TABLE = new Table();

  private Locks() {}

  /** What is kept of one lock object. */
  static final class Entry extends IdentityEntry {
    final LockClock clock;

    Entry(Object lock) {
      super(lock);
      clock = new LockClock(this, lock);
    }
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object key) {
      return new Entry(key);
    }
  }

  /**
   * A lock that a wait gave back until it ends; waits nest where conditions are built of others.
   */
  static final class Wait {
    final LockClock lock;

    /** How it was held, or null: taken where it was not seen. */
    final Held before;

    final int again;
    final Wait outer;

    Wait(LockClock lock, Held before, Wait outer) {
      this.lock = lock;
      this.before = before;
      this.again = before == null ? 0 : before.again;
      this.outer = outer;
    }
  }

  /** The clock of a lock, through the thread's cache. */
  static LockClock of(Object lock, ThreadState t, int site) {
    Object key = Aliases.lockOf(lock);
    Held top = t.held;
    if (top != null && top.lock.isOf(key)) {
      return top.lock; // mostly the innermost is given back; a hash of a locked object is dear
    }
    Entry[] cache = t.caches.locks;
    int slot = site & cache.length - 1;
    Entry entry = cache[slot];
    if (entry == null || !entry.of(key)) {
      entry = TABLE.get(key);
      if (!IdentityTable.isBeside(key)) {
        cache[slot] = entry;
        t.caches.missed();
      }
    }
    return entry.clock;
  }

  /**
   * The thread got the lock. To have it already makes no new order (JLS 17.1); it is looked for all
   * the same, which costs a comparison: the thread may have lost the lock where that was not seen,
   * and the methods of a hand-written lock may use its own monitor.
   */
  static void acquired(LockClock lock, boolean shared, boolean waits, ThreadState t, int site) {
    t.wants(null, site);
    if (t.held == null) {
      t.tail.begin(t);
    }
    if (!shared) {
      lock.owner(t.info.uid);
    }
    if (!Settings.locksOnly) {
      order(lock, shared, t, site);
    }
    Held h = t.held == null ? null : Held.find(t.held, lock, shared);
    if (h != null && (shared || lock.reentrant)) {
      h.again++;
      return;
    }
    if (h != null) {
      t.held = Held.without(t.held, h, t); // another thread has given it back
    }
    t.held = t.caches.hold(lock, shared, site, t.held);
    t.held.since = ++t.holds;
    if (TraceLog.ON && !shared) {
      TraceLog.lock(t, true, lock, site);
    }
    if (waits) {
      need(t.held, t);
    }
  }

  private static void order(LockClock lock, boolean shared, ThreadState t, int site) {
    if (shared) {
      lock.acquire(t, site, lock.className);
    } else {
      lock.acquireAll(t, site);
    }
  }

  /** The clock of a lock for who has no thread's cache: the watchdog. */
  static LockClock of(Object lock) {
    return TABLE.get(Aliases.lockOf(lock)).clock;
  }

  /** Keeps in mind that the thread, or its task, had to get this lock. */
  private static void need(Held h, ThreadState t) {
    t.settle();
    Needs scope = t.needs();
    if (h.scope != scope) {
      h.need = Settings.deadlocks() ? scope.of(h.lock, h.shared, h.site, t) : null;
      h.scope = scope;
    }
    if (h.need != null) {
      h.need.last = t.epoch;
    }
  }

  /**
   * The thread is about to give the lock back. If it was locked before it was watched, or by
   * another thread, the release orders all the same.
   */
  static void releasing(LockClock lock, boolean shared, ThreadState t) {
    Held h = Held.find(t.held, lock, shared);
    if (h == null && !lock.reentrant) {
      h = Held.find(t.held, lock); // StampedLock.unlock gives back either
      shared = h == null ? shared : h.shared;
    }
    if (h != null && h.again > 0) {
      h.again--;
      if (lock.monitor) {
        return; // nobody else can have it before the last exit
      }
    } else {
      if (TraceLog.ON && h != null && !h.shared) {
        TraceLog.lock(t, false, lock, h.site);
      }
      t.held = h == null ? t.held : Held.without(t.held, h, t);
      if (h != null && h.outer == null && t.held != null) {
        t.tail.unsure(); // the outermost lock went first: nobody knows that the tail had it
      }
      if (!shared) {
        lock.owner(0);
      }
    }
    if (Settings.locksOnly) {
      return;
    }
    if (shared) {
      lock.releaseShared(t);
    } else {
      lock.release(t);
    }
  }

  /** Gives a lock back wholly, as {@code wait} does. */
  static void waitBegins(LockClock lock, ThreadState t) {
    Held h = Held.find(t.held, lock, false);
    t.waits = new Wait(lock, h, t.waits);
    if (h != null) {
      if (TraceLog.ON) {
        TraceLog.lock(t, false, lock, h.site);
      }
      t.held = Held.without(t.held, h, t);
      lock.owner(0);
    }
    if (!Settings.locksOnly) {
      lock.release(t);
    }
  }

  /** Has the lock again after a wait. */
  static void waitEnds(LockClock lock, ThreadState t, int site) {
    t.wants(null, site);
    if (!Settings.locksOnly) {
      lock.acquireAll(t, site);
    }
    Wait wait = t.waits;
    while (wait != null && wait.lock != lock) {
      wait = wait.outer;
    }
    if (wait == null) {
      return;
    }
    t.waits = wait.outer;
    if (wait.before == null || Held.find(t.held, lock, false) != null) {
      return;
    }
    lock.owner(t.info.uid);
    t.tail.begin(t); // whoever ended the wait comes before
    if (t.held != null && Settings.deadlocks()) {
      t.lockOrder.requested(t, lock, false, site);
    }
    t.held = t.caches.hold(lock, false, wait.before.site, t.held);
    t.held.again = wait.again;
    t.held.since = ++t.holds;
    if (TraceLog.ON) {
      TraceLog.lock(t, true, lock, site);
    }
    need(t.held, t);
  }
}
