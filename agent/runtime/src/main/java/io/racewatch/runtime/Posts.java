package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;

/**
 * One-way orders through an object that is no lock: a task, an element of a queue, a latch, a
 * future, an atomic. An object's monitor is another matter: see {@link Locks}.
 */
final class Posts {
  private static final long REFERENT = Internals.offset(Reference.class, "referent");
  private static final Table TABLE = new Table();

  private Posts() {}

  /** What is kept of one object. */
  static final class Entry extends IdentityEntry {
    final SyncClock clock;

    /** Who ended waits for the object, or for its elements; null until one did. */
    volatile Signal signal;

    /** Who made room in it, where it is a queue. */
    volatile Signal room;

    Entry(Object key) {
      super(key);
      clock = new SyncClock((byte) kind(key));
    }

    /**
     * What came before the last uses of the object that were fenced; also of the object that this
     * one is to clean up after. Null until there is one.
     */
    volatile SyncClock fenced;

    synchronized SyncClock fenced() {
      if (fenced == null) {
        fenced = new SyncClock((byte) EdgeKind.OTHER);
      }
      return fenced;
    }

    Signal signal(boolean forRoom) {
      Signal known = forRoom ? room : signal;
      return known != null ? known : made(forRoom);
    }

    private synchronized Signal made(boolean forRoom) {
      if (forRoom) {
        return room = room == null ? new Signal() : room;
      }
      return signal = signal == null ? new Signal() : signal;
    }
  }

  /** How the order through an object is called. */
  private static int kind(Object key) {
    if (key instanceof Future) {
      return EdgeKind.FUTURE;
    }
    if (key instanceof CountDownLatch || key instanceof ExecutorService) {
      return EdgeKind.LATCH;
    }
    if (key instanceof CyclicBarrier || key instanceof Phaser) {
      return EdgeKind.BARRIER;
    }
    return key.getClass().getName().startsWith("java.util.concurrent.atomic.")
        ? EdgeKind.VOLATILE
        : EdgeKind.OTHER;
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object key) {
      return new Entry(key);
    }
  }

  /** The clock of an object, made if needed, through the thread's cache. */
  static SyncClock of(Object key, ThreadState t, int site) {
    return entry(key, t, site).clock;
  }

  /** The entry of an object if it has one. */
  static Entry find(Object key) {
    return TABLE.find(key);
  }

  /** What is kept of an object, made if needed. */
  static Entry entry(Object key, ThreadState t, int site) {
    Entry[] cache = t.caches.posts;
    int slot = site & cache.length - 1;
    Entry entry = cache[slot];
    if (entry == null || !entry.of(key)) {
      entry = TABLE.get(key);
      if (!IdentityTable.isBeside(key)) {
        cache[slot] = entry;
        t.caches.missed();
      }
    }
    return entry;
  }

  /** The clock of an object; null if there is none and none is to be made. */
  static SyncClock clock(Object key, boolean make) {
    Entry entry = make ? TABLE.get(key) : TABLE.find(key);
    return entry == null ? null : entry.clock;
  }

  static void publish(Object subject, ThreadState t, int site) {
    if (subject instanceof Semaphore semaphore) {
      Permits.releasing(semaphore, t);
      if (Settings.locksOnly) {
        return;
      }
    }
    Entry entry = entry(subject, t, site);
    if (subject instanceof PhantomReference) {
      Object watched = Internals.U.getReference(subject, REFERENT);
      if (watched != null) {
        entry.fenced = TABLE.get(watched).fenced();
      }
    }
    entry.clock.release(t);
  }

  static void consume(Object subject, ThreadState t, int site) {
    if (subject instanceof Semaphore semaphore) {
      Permits.acquired(semaphore, t, site);
      if (Settings.locksOnly) {
        return;
      }
    }
    Entry entry = TABLE.find(subject);
    if (entry != null) {
      entry.clock.acquire(t, site, subject);
      if (entry.fenced != null && subject instanceof PhantomReference) {
        entry.fenced.acquire(t, site, subject);
      }
    }
  }

  /** What came before is seen by whatever is done once the subject can be reached no more. */
  static void reachable(Object subject, ThreadState t, int site) {
    entry(subject, t, site).fenced().release(t);
  }
}
