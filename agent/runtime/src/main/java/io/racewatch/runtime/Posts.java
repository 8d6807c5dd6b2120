package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.util.concurrent.BlockingQueue;
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
    private volatile SyncClock clock;

    /** Its orders through containers that it is in; null if there are none. */
    volatile Elements within;

    /** Above 0 where it is in more of them than are told apart. Racy, a count alone. */
    int crowded;

    /** Who ended waits for the object, or for its elements; null until one did. */
    volatile Signal signal;

    /** Who arrived and who passed, where that is counted; null until somebody arrived. */
    private volatile Turns turns;

    /** Somebody else tried to complete it, too, or could as well. */
    boolean contested;

    /** Who made room in it, where it is a queue. */
    volatile Signal room;

    Entry(Object key) {
      super(key);
    }

    /** The clock of the object by itself, in whatever container; null if it has none. */
    SyncClock loose() {
      return clock;
    }

    /** The same, made if needed. */
    SyncClock clock() {
      SyncClock known = clock;
      return known != null ? known : make();
    }

    private synchronized SyncClock make() {
      if (clock == null) {
        Object key = get();
        clock = new SyncClock((byte) (key == null ? EdgeKind.OTHER : kind(key)));
      }
      return clock;
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

    /** The count of arrivals; null if it is not counted. */
    synchronized Turns turns(Object key) {
      if (turns == null) {
        turns = Turns.of(key);
      }
      return turns;
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
    return entry(key, t, site).clock();
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
    return entry == null ? null : make ? entry.clock() : entry.loose();
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
    if (subject instanceof CountDownLatch) {
      Turns turns = entry.turns(subject);
      if (turns != null) {
        t.inside++;
        turns.arrive(subject, t);
        t.inside--;
      }
    }
    if (entry.contested) {
      t.settle();
      notAwaited(t.epoch);
    }
    entry.clock().release(t);
  }

  private static void notAwaited(long released) {
    Recorder.append(
        new io.racewatch.format.Entry.NotAwaited((int) (released >>> 32), (int) released));
  }

  /** A thread tried to complete a future that was complete. */
  static void contested(Object future, ThreadState t) {
    Entry entry = TABLE.find(future);
    SyncClock clock = entry == null ? null : entry.loose();
    if (clock != null && !entry.contested) {
      long last = clock.lastRelease();
      if (last != 0 && (int) (last >>> 32) != t.slot) {
        entry.contested = true;
        notAwaited(last);
      }
    }
  }

  /** The thread, which waits for an object, got that one or an element of it. */
  private static void passed(
      Object waits, Object subject, Entry entry, SyncClock clock, ThreadState t) {
    boolean queue = waits instanceof BlockingQueue && waits != subject;
    if (!queue && !(waits instanceof CountDownLatch && waits == subject)) {
      return;
    }
    Entry of = waits == subject ? entry : TABLE.find(waits);
    if (of == null || of.turns == null || queue && !Sites.takes(t.wantsSite)) {
      return;
    }
    if (queue) {
      of.turns.took(clock.lastRelease(), t);
    } else {
      of.turns.pass(t);
    }
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
      SyncClock loose = entry.loose();
      if (loose != null) {
        loose.acquire(t, site, subject);
      }
      if (entry.within != null) {
        Elements.consumeAll(entry, t, site, subject);
      }
      if (entry.fenced != null && subject instanceof PhantomReference) {
        entry.fenced.acquire(t, site, subject);
      }
      got(subject, entry, loose, t);
    }
  }

  /**
   * The thread got something that it may have waited for.
   *
   * @param clock the one by which that was ordered, or null
   */
  static void got(Object subject, Entry entry, SyncClock clock, ThreadState t) {
    if (t.awaits != null && clock != null) {
      passed(t.awaits, subject, entry, clock, t);
    }
    if (t.held != null || t.scope() != null) {
      got(subject, t);
    }
  }

  /** The thread got a result, with locks in hand perhaps. */
  private static void got(Object subject, ThreadState t) {
    if (subject instanceof Future && t.polls == 0) {
      Scope scope = Tasks.scope(subject);
      if (scope != null) {
        scope.awaited(t);
      }
    }
  }

  /** What came before is seen by whatever is done once the subject can be reached no more. */
  static void reachable(Object subject, ThreadState t, int site) {
    entry(subject, t, site).fenced().release(t);
    Finalizers.fenced(subject, t);
  }
}
