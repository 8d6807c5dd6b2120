package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;

/** A lock of the program: its clock, its owner, and its name once it is needed. */
final class LockClock extends SyncClock {
  private static final Object NUMBERS = new Object();
  private static int lastNumber;

  /** What read holders leave for the next writer: orders nothing between readers. */
  final SyncClock readers = new SyncClock((byte) EdgeKind.LOCK);

  /** The thread that holds it exclusively. Read by the watchdog, which looks twice. */
  volatile ThreadState owner;

  /** The set of just this lock. */
  final LockSet alone = LockSet.of(this);

  final String className;

  /** The object itself for labels, weakly. */
  private final Locks.Entry entry;

  private int number;

  /** Guarded by the lock itself: only its holder uses it. */
  private Held last;

  LockClock(Locks.Entry entry, Object lock, boolean monitor) {
    super((byte) (monitor ? EdgeKind.MONITOR : EdgeKind.LOCK));
    this.entry = entry;
    this.className = lock.getClass().getTypeName();
  }

  /** The number under which the run file knows the lock; names it by the site at the first time. */
  int number(int site) {
    if (number == 0) {
      synchronized (NUMBERS) {
        if (number == 0) {
          number = ++lastNumber;
          Recorder.append(new Entry.Lock(number, name(site), className, label()));
        }
      }
    }
    return number;
  }

  private String name(int site) {
    Sites.Site s = Sites.site(site);
    if (s == null || s.kind != Sites.LOCK || s.owner.isEmpty()) {
      return className;
    }
    return s.name.isEmpty() || s.name.equals("class") ? s.owner : s.owner + "." + s.name;
  }

  /**
   * The entry for an exclusive hold; the last one where it says the same, so that a critical
   * section that is run again and again makes no garbage. Called by the holder alone.
   */
  Held held(int site, Held outer) {
    Held h = last;
    if (h == null || h.site != site || h.outer != outer) {
      h = last = new Held(this, false, site, outer);
    }
    return h;
  }

  /** The lock itself, or null if it is gone. */
  Object object() {
    return entry.get();
  }

  private String label() {
    Object lock = entry.get();
    return lock == null ? className : Labels.of(lock);
  }
}
