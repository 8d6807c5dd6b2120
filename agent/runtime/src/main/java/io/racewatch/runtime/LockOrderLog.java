package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Moment;
import io.racewatch.runtime.log.Stacks;
import jdk.internal.vm.annotation.DontInline;

/**
 * The acquires that one thread made while it held another lock. Equal ones (lock, mode, locks held,
 * places) are one record, so a hot repeat costs a look-up and two stores; nothing is kept while at
 * most one lock is held. Used by its thread alone, and by {@link #flush} at the end.
 */
final class LockOrderLog {
  /** Records of one thread; past it only a note is left. */
  private static final int LIMIT = 4096;

  /** Of one place under one other place, so many different locks; of later ones each 64th. */
  private static final int INSTANCES = 256;

  private static final int PLACES = 64;

  private static int lastId;
  private static final Object IDS = new Object();

  private Record[] records = new Record[16];
  private int[] places;
  private int[] instances;
  private int used;

  static final class Record {
    int id;
    final LockClock lock;
    final boolean shared;
    final int site;
    final Held held;

    /** Whether permits are among the locks: what comes before cannot be told by locks then. */
    final boolean permits;

    final int hash;
    long count;
    long flushed = 1;
    int tail;
    int tails;
    int lastSlot;
    int lastClock;
    long lastAcquires;

    /** How often another thread held a lock around it all; null mostly. Guarded by this object. */
    private Guard guards;

    Record(LockClock lock, boolean shared, int site, Held held, boolean permits, int hash) {
      this.lock = lock;
      this.shared = shared;
      this.site = site;
      this.held = held;
      this.permits = permits;
      this.hash = hash;
    }

    /** So many times were under a lock that another thread held. */
    synchronized void cover(LockClock by, boolean bySharing, int holder, int times) {
      Guard g = guards;
      while (g != null && (g.lock != by || g.holder != holder)) {
        g = g.next;
      }
      if (g == null) {
        g = guards = new Guard(by, bySharing, holder, guards);
      }
      g.shared |= bySharing;
      g.count += times;
    }

    private synchronized void tellGuards() {
      for (Guard g = guards; g != null; g = g.next) {
        if (g.count != g.told) {
          g.told = g.count;
          String mode = g.shared ? "shared" : "exclusive";
          Recorder.append(new Entry.Guarded(id, g.lock.number(0), mode, g.holder, g.count));
        }
      }
    }

    boolean is(LockClock otherLock, boolean otherShared, int otherSite, Held otherHeld) {
      return lock == otherLock
          && shared == otherShared
          && site == otherSite
          && same(held, otherHeld);
    }

    private static boolean same(Held a, Held b) {
      while (a != b) {
        if (a == null
            || b == null
            || a.lock != b.lock
            || a.site != b.site
            || a.shared != b.shared) {
          return false;
        }
        a = a.outer;
        b = b.outer;
      }
      return true;
    }
  }

  /** A lock that a thread held around some times of a request by another. */
  private static final class Guard {
    final LockClock lock;
    final int holder;
    final Guard next;
    boolean shared;
    long count;
    long told;

    Guard(LockClock lock, boolean shared, int holder, Guard next) {
      this.lock = lock;
      this.shared = shared;
      this.holder = holder;
      this.next = next;
    }
  }

  /** The thread, which holds a lock, is about to wait for another. */
  void requested(ThreadState thread, LockClock lock, boolean shared, int site) {
    requested(thread, lock, shared, false, site);
  }

  /**
   * The same.
   *
   * @param timed whether it gives up after a time
   */
  void requested(ThreadState thread, LockClock lock, boolean shared, boolean timed, int site) {
    requested(thread, lock, shared, timed, site, thread.held, false);
  }

  /**
   * The same for a lock or a permit, of which one at least is a permit.
   *
   * @param held the locks and permits held
   * @return what was written; null if it was known, or is not kept
   */
  Entry.Acquire requestedWithPermits(
      ThreadState thread, LockClock lock, boolean shared, boolean timed, int site, Held held) {
    return requested(thread, lock, shared, timed, site, held, true);
  }

  private Entry.Acquire requested(
      ThreadState thread,
      LockClock lock,
      boolean shared,
      boolean timed,
      int site,
      Held held,
      boolean permits) {
    thread.settle();
    int hash = hash(lock, site, held);
    int mask = records.length - 1;
    for (int i = hash & mask; ; i = i + 1 & mask) {
      Record r = records[i];
      if (r == null) {
        return add(thread, timed, new Record(lock, shared, site, held, permits, hash));
      }
      if (r.hash == hash && r.is(lock, shared, site, held)) {
        seen(r, thread);
        return null;
      }
    }
  }

  private static void seen(Record r, ThreadState thread) {
    r.count++;
    Scope scope = thread.scope();
    if (scope != null) {
      scope.note(r);
    }
    int tail = thread.tail.number();
    if (r.tail != tail) {
      r.tail = tail;
      r.tails++;
      if ((r.tails & r.tails - 1) == 0 && r.tails > 1 && !r.permits) {
        tell(r.id, thread);
      }
    }
    r.lastSlot = thread.slot;
    r.lastClock = thread.clock;
    r.lastAcquires = thread.acquires;
  }

  /**
   * Some of many times, each further apart: one of them may fit one of another thread. Each is the
   * first in its tail.
   */
  @DontInline
  private static void tell(int id, ThreadState thread) {
    if (thread.inside == 0) {
      thread.inside++;
      try {
        thread.tail.tell(thread, id);
      } finally {
        thread.inside--;
      }
    }
  }

  /** A number for one more entry. */
  static int nextId() {
    synchronized (IDS) {
      return ++lastId;
    }
  }

  private static int hash(LockClock lock, int site, Held held) {
    int h = System.identityHashCode(lock) * 31 + site;
    for (Held l = held; l != null; l = l.outer) {
      h = h * 31 + System.identityHashCode(l.lock) + l.site;
    }
    return h ^ h >>> 15;
  }

  @DontInline
  private Entry.Acquire add(ThreadState thread, boolean timed, Record r) {
    if (used == LIMIT || thread.inside != 0 || isOneOfMany(r.site, r.held.site)) {
      return null;
    }
    thread.inside++;
    try {
      if (LockBirths.isNew(r.lock.object(), thread)) {
        return null;
      }
      r.id = nextId();
      seen(r, thread);
      insert(r);
      Threads.tell(thread.info);
      Moment at = new Moment(thread.slot, thread.clock, thread.acquires);
      Entry.Acquire entry =
          new Entry.Acquire(
              r.id,
              r.lock.number(r.site),
              r.shared ? "shared" : "exclusive",
              timed ? "timed" : "blocks",
              Sides.held(r.held),
              at,
              Stacks.of(new Throwable().getStackTrace()));
      Recorder.append(entry);
      if (!r.permits) {
        thread.tail.tell(thread, r.id);
      }
      if (used == LIMIT) {
        Recorder.append(
            new Entry.Note(
                "lock order of thread "
                    + thread.info.name()
                    + " recorded for its first "
                    + LIMIT
                    + " different acquires"));
      }
      return entry;
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("lock order", broken);
    } finally {
      thread.inside--;
    }
    return null;
  }

  /** Whether this pair of places had its fill of locks: a lock for each of a million nodes, say. */
  private boolean isOneOfMany(int site, int outer) {
    if (places == null) {
      instances = new int[PLACES];
      places = new int[PLACES]; // the last, should the heap be full
    }
    int pair = site * 31 + outer;
    int i = (pair ^ pair >>> 8) & PLACES - 1;
    if (places[i] != pair) {
      places[i] = pair;
      instances[i] = 0;
    }
    int n = ++instances[i];
    return n > INSTANCES && (n & 63) != 0;
  }

  /** Whether this pair of places had its fill, so that a request there need not be looked at. */
  boolean isFull(int site, int outer) {
    int pair = site * 31 + outer;
    int i = (pair ^ pair >>> 8) & PLACES - 1;
    return places != null
        && places[i] == pair
        && instances[i] > INSTANCES
        && (++instances[i] & 63) != 0;
  }

  private void insert(Record r) {
    if (++used * 2 > records.length) {
      Record[] old = records;
      records = new Record[old.length * 2];
      for (Record o : old) {
        if (o != null) {
          put(o);
        }
      }
    }
    put(r);
  }

  private void put(Record r) {
    int mask = records.length - 1;
    int i = r.hash & mask;
    while (records[i] != null) {
      i = i + 1 & mask;
    }
    records[i] = r;
  }

  /** Writes the counts; from the thread that ends the run, so the last ones may be missing. */
  void flush() {
    for (Record r : records) {
      if (r != null && r.count != r.flushed) {
        r.flushed = r.count;
        Recorder.append(
            new Entry.AcquireSeen(
                r.id, r.count, new Moment(r.lastSlot, r.lastClock, r.lastAcquires)));
      }
      if (r != null) {
        r.tellGuards();
      }
    }
  }
}
