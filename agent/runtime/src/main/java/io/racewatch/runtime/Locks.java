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
      clock = new LockClock(this, lock, !(lock instanceof java.util.concurrent.locks.Lock));
    }
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object key) {
      return new Entry(key);
    }
  }

  /** The clock of a lock, through the thread's cache. */
  static LockClock of(Object lock, ThreadState t, int site) {
    Object key = Aliases.lockOf(lock);
    Entry[] cache = t.caches.locks;
    int slot = site & cache.length - 1;
    Entry entry = cache[slot];
    if (entry == null || !entry.of(key)) {
      entry = TABLE.get(key);
      cache[slot] = entry;
    }
    return entry.clock;
  }

  /** The thread got the lock. */
  static void acquired(LockClock lock, boolean shared, ThreadState t, int site) {
    t.wants = null;
    Held h = t.held == null ? null : Held.find(t.held, lock);
    if (h != null && h.shared == shared) {
      h.again++;
      return; // reentrant: no new order (JLS 17.1)
    }
    lock.acquire(t, site, lock.className);
    if (!shared) {
      lock.readers.acquire(t, site, lock.className);
      lock.owner = t;
    }
    t.held = shared ? new Held(lock, true, site, t.held) : lock.held(site, t.held);
  }

  /** The thread is about to give the lock back. */
  static void releasing(LockClock lock, boolean shared, ThreadState t) {
    Held h = Held.find(t.held, lock);
    if (h != null && h.shared != shared) {
      h = other(h, lock, shared);
    }
    if (h == null) {
      // Locked before it was watched, or by another thread: the release orders all the same.
      (shared ? lock.readers : lock).release(t);
      return;
    }
    if (h.again > 0) {
      h.again--;
      return;
    }
    t.held = Held.without(t.held, h);
    if (shared) {
      lock.readers.release(t);
    } else {
      lock.owner = null;
      lock.release(t);
    }
  }

  /** A lock held in both modes: the hold in the mode asked for. */
  private static Held other(Held first, LockClock lock, boolean shared) {
    for (Held h = first.outer; h != null; h = h.outer) {
      if (h.lock == lock && h.shared == shared) {
        return h;
      }
    }
    return null;
  }

  /** Gives a monitor back wholly, as {@code wait} does; returns what to restore, or null. */
  static Held releaseAll(LockClock lock, ThreadState t) {
    Held h = Held.find(t.held, lock);
    if (h == null) {
      lock.release(t);
      return null;
    }
    t.held = Held.without(t.held, h);
    lock.owner = null;
    lock.release(t);
    return h;
  }

  /** Has the lock again after a wait. */
  static void reacquired(LockClock lock, Held before, ThreadState t, int site) {
    t.wants = null;
    lock.acquire(t, site, lock.className);
    lock.readers.acquire(t, site, lock.className);
    lock.owner = t;
    if (before != null) {
      if (t.held != null) {
        t.lockOrder.requested(t, lock, false, site);
      }
      Held h = new Held(lock, before.shared, before.site, t.held);
      h.again = before.again;
      t.held = h;
    }
  }
}
