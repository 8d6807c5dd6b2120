package io.racewatch.runtime;

/**
 * What a thread waits for, or lets wait. Written by the thread itself; the watchdog reads it some
 * time later, and looks twice.
 */
class Wishes {
  private static final long WANTS = Internals.offset(Wishes.class, "wants");
  private static final long AWAITS = Internals.offset(Wishes.class, "awaits");

  /** The lock asked for and not yet had. */
  LockClock wants;

  /** In which mode {@link #wants} was asked for; racy. */
  boolean wantsShared;

  /** What it waits for and is no lock: the end of a thread, a future, a latch, a queue. */
  Object awaits;

  /** When that wait began, if a lock was held or in a task. */
  int awaitsSlot;

  int awaitsClock;
  long awaitsAcquires;

  /** Initializers of classes that it runs, innermost first; null mostly. The watchdog reads it. */
  InitLocks.Open inits;

  /** Initialised classes that it has used, of those that matter. */
  InitLock[] used = {};

  int usedCount;

  /** How often it got a lock; see {@link Held#since}. */
  int holds;

  /** Permits of semaphores that are used as locks; null until it asks for one. */
  Permits permits;

  /** The pool to which a task is being handed over; only within that call. */
  Object pool;

  /** How many reads under optimistic stamps it began. */
  int stamps;

  /** Above 0 while it looks whether a result is there, without waiting for it. */
  int polls;

  /** The result that it had when it last asked for one. */
  SyncClock atHand;

  /** Where {@link #wants} or {@link #awaits} was asked for. */
  int wantsSite;

  /**
   * The thread will wait for a lock, or no longer. Stored with release, which costs nothing; the
   * watchdog sees it some time later, and looks twice.
   */
  void wants(LockClock lock, int site) {
    if (wants != lock) {
      wantsSite = lock == null ? wantsSite : site;
      Internals.U.putReferenceRelease(this, WANTS, lock);
    }
  }

  /** Like {@link #wants}, for what is no lock. */
  void awaits(Object what, int site) {
    if (awaits != what) {
      wantsSite = what == null ? wantsSite : site;
      Internals.U.putReferenceRelease(this, AWAITS, what);
    }
  }

  /** For the watchdog. */
  LockClock wants() {
    return (LockClock) Internals.U.getReferenceAcquire(this, WANTS);
  }

  /** For the watchdog. */
  Object awaits() {
    return Internals.U.getReferenceAcquire(this, AWAITS);
  }
}
