package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

/** A lock of the program: its clock, its owner, and its name once it is needed. */
final class LockClock extends SyncClock {
  private static final long OWNER = Internals.offset(LockClock.class, "owner");
  private static final long READERS = Internals.offset(LockClock.class, "readers");
  private static final Object NUMBERS = new Object();
  private static int lastNumber;

  /** What read holders leave for the next writer: orders nothing between readers. */
  private SyncClock readers;

  private int owner;

  /** Spreads locks over caches. */
  final int hash;

  /** The set of just this lock. */
  final LockSet alone = LockSet.of(this);

  /** The class of the lock, which need not be that of the object that stands for it. */
  final String className;

  /** Whether it is a monitor and nothing else. */
  final boolean monitor;

  /** Whether it is a {@code Lock} that the program wrote, which may have another lock inside. */
  final boolean ofProgram;

  /** Whether a thread that has it can take it again. */
  final boolean reentrant;

  /** The object itself for labels, weakly. */
  private final Locks.Entry entry;

  private int number;

  /** Whether the run file knows it by a field, or never will. */
  private boolean named;

  LockClock(Locks.Entry entry, Object lock) {
    super((byte) (isMonitor(lock) ? EdgeKind.MONITOR : EdgeKind.LOCK));
    this.entry = entry;
    this.hash = entry.spread();
    this.className =
        lock instanceof InitLock ? "java.lang.Class" : className(lock.getClass().getTypeName());
    this.monitor = kind == EdgeKind.MONITOR;
    this.ofProgram = lock instanceof Lock && lock.getClass().getClassLoader() != null;
    this.reentrant = !(lock instanceof StampedLock);
  }

  private static boolean isMonitor(Object lock) {
    return !(lock instanceof AbstractQueuedSynchronizer)
        && !(lock instanceof Lock)
        && !(lock instanceof StampedLock)
        && !(lock instanceof AbstractQueuedLongSynchronizer);
  }

  /** Synchronizers stand for the locks of the JDK that they are the inside of. */
  private static String className(String type) {
    if (type.startsWith("java.util.concurrent.locks.ReentrantLock$")) {
      return "java.util.concurrent.locks.ReentrantLock";
    }
    if (type.startsWith("java.util.concurrent.Semaphore$")) {
      return "java.util.concurrent.Semaphore";
    }
    return type.startsWith("java.util.concurrent.locks.ReentrantReadWriteLock$")
        ? "java.util.concurrent.locks.ReentrantReadWriteLock"
        : type;
  }

  /**
   * The number of the thread that holds it exclusively, or 0. Written by who gets the lock and who
   * gives it back, with release; the watchdog, which looks twice, sees it some time later. A
   * number, for a reference stored in an old object is dear.
   */
  int owner() {
    return Internals.U.getIntAcquire(this, OWNER);
  }

  void owner(int uid) {
    if (owner != uid) {
      Internals.U.putIntRelease(this, OWNER, uid);
    }
  }

  /** A lock that can be shared needs edges for its readers, too. */
  @Override
  boolean isEdge() {
    return className.endsWith("ReentrantReadWriteLock") || className.endsWith("StampedLock");
  }

  /** The thread has the lock exclusively: it comes after all holders so far. */
  void acquireAll(ThreadState t, int site) {
    acquire(t, site, className);
    SyncClock r = (SyncClock) Internals.U.getReferenceAcquire(this, READERS);
    if (r != null) {
      r.acquire(t, site, className);
    }
  }

  /** A holder among others gives the lock back. */
  void releaseShared(ThreadState t) {
    SyncClock r = (SyncClock) Internals.U.getReferenceAcquire(this, READERS);
    if (r == null) {
      SyncClock made = new SyncClock((byte) EdgeKind.LOCK);
      r = (SyncClock) Internals.U.compareAndExchangeReference(this, READERS, null, made);
      r = r == null ? made : r;
    }
    r.release(t);
  }

  /** The number under which the run file knows the lock; names it by the site, if that shows. */
  int number(int site) {
    if (number == 0 || !named && field(site) != null) {
      synchronized (NUMBERS) {
        String field = field(site);
        if (number == 0 || !named && field != null) {
          number = number == 0 ? ++lastNumber : number;
          named = field != null;
          String made = named ? field : born();
          String name = made == null ? className : made;
          Recorder.append(new Entry.Lock(number, name, className, label()));
        }
      }
    }
    return number;
  }

  /** The field that holds the lock at a site; null if the site does not show one. */
  private String field(int site) {
    Sites.Site s = Sites.site(site);
    if (s == null || s.kind != Sites.LOCK || s.owner.isEmpty()) {
      return null;
    }
    return s.name.isEmpty() || s.name.equals("class") ? s.owner : s.owner + "." + s.name;
  }

  /** The lock by a name of its own, for a recorded trace. */
  String title(int site) {
    String field = field(site);
    String made = field != null ? field : born();
    return (made == null ? className : made) + "#" + number(site);
  }

  /** The name by what it is or where it was made; null if that is not known. */
  private String born() {
    Object lock = entry.get();
    return lock instanceof InitLock init ? init.title() : LockBirths.name(lock, className);
  }

  private String label() {
    Object lock = entry.get();
    if (lock instanceof InitLock) {
      return ""; // its name tells it from others
    }
    return lock == null ? className : Labels.ofType(lock, className);
  }

  /** Whether it is the clock of that very object, as {@link Aliases} has it. */
  boolean isOf(Object lock) {
    return entry.of(lock);
  }

  /** The object that stands for the lock, or null if it is gone. */
  Object object() {
    return entry.get();
  }
}
