package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.util.concurrent.Semaphore;

/**
 * Semaphores that are used as locks, and those that one thread has; used by its thread alone.
 *
 * <p>A semaphore counts as a lock while a thread that gets a permit leaves none, and gives it back
 * itself before another gets one. Once it was used otherwise it is none, and what was written of it
 * as of a lock is taken back. It is a lock for the log of acquires alone: the orders that it gives
 * are those of a semaphore.
 */
final class Permits {
  /** Requests of one semaphore that are written, and can be taken back. */
  private static final int LIMIT = 64;

  private static final long SYNC = Internals.offset(Semaphore.class, "sync");
  private static final Table TABLE = new Table();

  private Hold top;

  /** What the thread asked for last, and where. */
  private Permit asked;

  private int askedAt;

  /** Locks and permits as one list, for {@link #chainOf} over {@link #chainOver}. */
  private Held chain;

  private Hold chainOf;
  private Held chainOver;

  private Permits() {}

  /** One semaphore. All but {@link #lock} is guarded by this object, which no program can lock. */
  private static final class Permit extends IdentityEntry {
    /** Stands for it in the log; made of its inside, for its monitor is another lock. */
    volatile LockClock lock;

    /** It was not used as a lock. Goes from false to true once; read racily by {@link #isLock}. */
    volatile boolean none;

    private ThreadState owner;
    private Entry.Acquire[] told = {};
    private int used;

    Permit(Object semaphore) {
      super(semaphore);
    }

    boolean isLock() {
      return !none;
    }

    synchronized boolean acquired(ThreadState t, int left) {
      if (none) {
        return false;
      }
      if (owner != null || left != 0) {
        end();
        return false;
      }
      owner = t;
      return true;
    }

    synchronized ThreadState owner() {
      return none ? null : owner;
    }

    synchronized void releasing(ThreadState t) {
      if (!none && owner != t) {
        end();
      }
      owner = null;
    }

    private void end() {
      none = true;
      for (int i = 0; i < used; i++) {
        takeBack(told[i]);
      }
      told = null;
    }

    synchronized boolean isFull() {
      return used == LIMIT;
    }

    synchronized void told(Entry.Acquire entry) {
      if (none) {
        takeBack(entry);
        return;
      }
      if (used == told.length) {
        told = java.util.Arrays.copyOf(told, used * 2 + 4);
      }
      told[used++] = entry;
    }

    /** A request that never waits is part of no cycle. */
    private static void takeBack(Entry.Acquire e) {
      Recorder.append(
          new Entry.Acquire(e.id(), e.lock(), e.mode(), "never", e.held(), e.first(), e.stack()));
    }
  }

  private static final class Table extends IdentityTable<Permit> {
    @Override
    protected Permit make(Object key) {
      return new Permit(key);
    }
  }

  /** A permit that the thread has. */
  private static final class Hold {
    final Permit permit;
    final int site;
    final Hold outer;

    Hold(Permit permit, int site, Hold outer) {
      this.permit = permit;
      this.site = site;
      this.outer = outer;
    }

    boolean has(Permit other) {
      return permit == other || outer != null && outer.has(other);
    }

    Hold without(Permit gone) {
      if (permit == gone || !permit.isLock()) {
        return outer == null ? null : outer.without(gone);
      }
      return new Hold(permit, site, outer == null ? null : outer.without(gone));
    }
  }

  private static Permit of(Semaphore semaphore) {
    if (semaphore.getClass() != Semaphore.class || SYNC < 0) {
      return null; // another class may count as it likes
    }
    if (!Settings.deadlocks()) {
      return null;
    }
    Permit permit = TABLE.get(semaphore);
    if (permit.lock == null) {
      // Two threads get the same: the table of locks has one for each object.
      permit.lock = Locks.of(Internals.U.getReference(semaphore, SYNC));
    }
    return permit;
  }

  /** Who has the only permit of a semaphore that is used as a lock, or null. For the watchdog. */
  static ThreadState owner(Semaphore semaphore) {
    Permit permit = TABLE.find(semaphore);
    return permit == null ? null : permit.owner();
  }

  /** The thread is about to wait for a permit if it must. */
  static void request(Semaphore semaphore, ThreadState t, int site) {
    Permit permit = of(semaphore);
    if (permit == null || !permit.isLock()) {
      return;
    }
    Permits mine = t.permits;
    if (mine == null) {
      mine = t.permits = new Permits();
    }
    mine.asked = permit;
    mine.askedAt = site;
    Held all = mine.all(t);
    if (all != null && (mine.top == null || !mine.top.has(permit)) && !permit.isFull()) {
      mine.log(permit, permit.lock, false, false, t, site, all);
    }
  }

  /** The thread has a permit, or several. */
  static void acquired(Semaphore semaphore, ThreadState t, int site) {
    Permit permit = of(semaphore);
    if (permit == null || !permit.isLock()) {
      return;
    }
    t.inside++;
    try {
      if (!permit.acquired(t, semaphore.availablePermits())) {
        return;
      }
    } finally {
      t.inside--;
    }
    if (t.permits == null) {
      t.permits = new Permits();
    }
    Permits mine = t.permits;
    mine.top = new Hold(permit, mine.asked == permit ? mine.askedAt : site, mine.top);
    mine.asked = null;
  }

  /** The thread is about to give permits back, or to make new ones. */
  static void releasing(Semaphore semaphore, ThreadState t) {
    Permit permit = of(semaphore);
    if (permit == null) {
      return;
    }
    t.inside++;
    try {
      permit.releasing(t);
    } finally {
      t.inside--;
    }
    if (t.permits != null && t.permits.top != null) {
      t.permits.top = t.permits.top.without(permit);
    }
  }

  /** The thread asks for a lock of another kind. */
  void lockRequested(LockClock lock, boolean shared, boolean timed, ThreadState t, int site) {
    if (top != null && Held.find(t.held, lock) == null) {
      Held all = all(t);
      if (all != t.held && !isFull()) {
        log(null, lock, shared, timed, t, site, all);
      }
    }
  }

  /** Whether the thread has a permit of a semaphore that is used as a lock. */
  boolean any() {
    return top != null;
  }

  private boolean isFull() {
    for (Hold h = top; h != null; h = h.outer) {
      if (h.permit.isFull()) {
        return true;
      }
    }
    return false;
  }

  private void log(
      Permit wanted,
      LockClock lock,
      boolean shared,
      boolean timed,
      ThreadState t,
      int site,
      Held all) {
    Entry.Acquire entry = t.lockOrder.requestedWithPermits(t, lock, shared, timed, site, all);
    if (entry == null) {
      return;
    }
    t.inside++;
    try {
      told(entry, wanted);
    } finally {
      t.inside--;
    }
  }

  private void told(Entry.Acquire entry, Permit wanted) {
    if (wanted != null) {
      wanted.told(entry);
    }
    for (Hold h = top; h != null; h = h.outer) {
      h.permit.told(entry);
    }
  }

  /** Locks and permits held, innermost first, permits as if they were taken last. */
  private Held all(ThreadState t) {
    if (top == null) {
      return t.held;
    }
    if (chainOf != top || chainOver != t.held) {
      Held all = t.held;
      for (Hold h = top; h != null; h = h.outer) {
        if (h.permit.isLock()) {
          all = new Held(h.permit.lock, false, h.site, all);
        }
      }
      chain = all;
      chainOf = top;
      chainOver = t.held;
    }
    return chain;
  }
}
