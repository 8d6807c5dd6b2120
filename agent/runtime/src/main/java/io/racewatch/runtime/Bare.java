package io.racewatch.runtime;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

/**
 * {@code mode=locks}: the one lock that a thread holds, as the bare object. Most locks are taken
 * alone; then nothing is looked up and nothing made, for no order comes of it. Only when a second
 * lock is asked for, or the thread waits, the first becomes an entry of {@link ThreadState#held}.
 *
 * <p>What a thread asks for while it holds nothing is kept only where the JVM could not tell it: of
 * a platform thread that waits for a monitor it can ({@link MonitorWaits}).
 *
 * <p>Written by the thread alone; the watchdog reads what is held and wanted, racily, and looks
 * twice.
 */
final class Bare {
  /** Different locks of one place that are kept in mind as needs of a thread or task. */
  private static final int NEEDS = 8;

  private static final int PLACES = 64;

  /** After so many locks the slot is a new one. */
  private static final int RENEWAL = 4096;

  private Slot slot = new Slot();
  private int holds;

  int site;
  boolean shared;
  private int again;

  /** Whether each wish is kept: the JVM tells nothing of virtual threads. */
  private final boolean virtual;

  /** The lock asked for while none was held, or null. */
  Object wants;

  int wantsSite;

  /**
   * A second lock, of a place that had its fill of records: a lock for each of a million nodes,
   * taken under a common one. Null mostly.
   */
  Object inner;

  private int innerSite;
  private boolean innerShared;
  private int innerAgain;

  private final int[] needSites = new int[PLACES];
  private final int[] needCounts = new int[PLACES];
  private final Object[] needLocks = new Object[PLACES];
  private Needs scope;

  /** The place of the request that {@link #inner} will be of, 0 if none. */
  private int innerAsked;

  Bare(boolean virtual) {
    this.virtual = virtual;
  }

  /**
   * Holds the reference. G1 makes each store of a reference into an object of the old generation a
   * fence; so this one is replaced before it gets there.
   */
  private static final class Slot {
    Object lock;
  }

  /** The lock held, or null. */
  Object held() {
    return slot.lock;
  }

  private void hold(Object lock) {
    if ((holds++ & RENEWAL - 1) == 0) {
      slot = new Slot();
    }
    slot.lock = lock;
  }

  private void wants(Object lock, int at) {
    if (virtual || lock instanceof Lock || lock instanceof StampedLock) {
      wants = lock;
      wantsSite = at;
    }
  }

  // The common cases alone, small enough for the JIT to put them into the program's methods.

  /** Whether a request needs nothing: no lock is held, and the JVM would tell who waits. */
  boolean isPlainRequest(Object lock, ThreadState t) {
    return lock != null
        && t.held == null
        && slot.lock == null
        && t.inside == 0
        && t.inits == null
        && t.permits == null
        && t.awaits == null
        && !virtual
        && !(lock instanceof Lock)
        && !(lock instanceof StampedLock);
  }

  /** Whether an exclusive acquire is dealt with: no lock was held, and the need is known. */
  boolean takes(Object lock, ThreadState t, int at) {
    int i = at & PLACES - 1;
    if (lock == null
        || t.held != null
        || slot.lock != null
        || wants != null
        || t.inside != 0
        || needSites[i] != at
        || scope != t.needs()
        || needCounts[i] < NEEDS && needLocks[i] != lock
        || (++holds & RENEWAL - 1) == 0) {
      return false;
    }
    slot.lock = lock;
    site = at;
    shared = false;
    return true;
  }

  /** Whether a release is dealt with: of the only lock, taken once. */
  boolean gives(Object lock, ThreadState t) {
    if (lock == null || slot.lock != lock || inner != null || again != 0 || t.inside != 0) {
      return false;
    }
    slot.lock = null;
    return true;
  }

  /** Whether a request is dealt with: the thread holds nothing, or this very lock. */
  boolean request(Object lock, ThreadState t, int at) {
    if (t.held != null) {
      return requestInner(lock, t, at);
    }
    Object held = slot.lock;
    if (held == null) {
      wants(lock, at);
      if (t.awaits != null) {
        t.awaits(null, at);
      }
      return true;
    }
    if (held == lock && !(lock instanceof StampedLock)) {
      return true; // who has a stamp and asks for another waits for itself
    }
    settle(t);
    return false;
  }

  /** Whether an acquire is dealt with: it is the only lock, or the same again. */
  boolean acquire(Object lock, boolean among, boolean waits, ThreadState t, int at) {
    if (t.held != null) {
      return acquireInner(lock, among, t, at);
    }
    Object held = slot.lock;
    if (held == null) {
      hold(lock);
      site = at;
      shared = among;
      if (wants != null) {
        wants = null;
      }
      if (waits) {
        need(lock, among, t, at);
      }
      return true;
    }
    if (held == lock && shared == among) {
      again++;
      return true;
    }
    settle(t);
    return false;
  }

  /** Whether a release is dealt with. */
  boolean release(Object lock, ThreadState t) {
    if (inner == lock) {
      if (innerAgain > 0) {
        innerAgain--;
      } else {
        inner = null;
      }
      return true;
    }
    settleInner(t);
    Object held = slot.lock;
    if (held == lock) {
      if (again > 0) {
        again--;
      } else {
        slot.lock = null;
      }
      return true;
    }
    if (held == null) {
      return t.held == null;
    }
    settle(t);
    return false;
  }

  /** The lock becomes one like those of the other modes. */
  void settle(ThreadState t) {
    settleInner(t);
    Object lock = slot.lock;
    if (lock == null) {
      return;
    }
    LockClock wanted = t.wants;
    slot.lock = null;
    Locks.acquired(Locks.of(lock, t, site), shared || Aliases.isShared(lock), true, t, site);
    t.held.again = again;
    again = 0;
    t.wants(wanted, t.wantsSite);
  }

  private boolean requestInner(Object lock, ThreadState t, int at) {
    if (inner == lock) {
      return true;
    }
    settleInner(t);
    innerAsked = 0;
    if (!t.lockOrder.isFull(at, t.held.site)) {
      return false;
    }
    wants(lock, at);
    innerAsked = at;
    return true;
  }

  private boolean acquireInner(Object lock, boolean among, ThreadState t, int at) {
    if (inner == lock && innerShared == among) {
      innerAgain++;
      return true;
    }
    settleInner(t);
    if (innerAsked != at) {
      return false; // nobody announced it, or it is to be recorded
    }
    innerAsked = 0;
    if (wants != null) {
      wants = null;
    }
    inner = lock;
    innerSite = at;
    innerShared = among;
    innerAgain = 0;
    return true;
  }

  private void settleInner(ThreadState t) {
    if (inner == null) {
      return;
    }
    Object lock = inner;
    LockClock wanted = t.wants;
    inner = null;
    Locks.acquired(
        Locks.of(lock, t, innerSite), innerShared || Aliases.isShared(lock), true, t, innerSite);
    t.held.again += innerAgain;
    t.wants(wanted, t.wantsSite);
  }

  /** Whether the thread holds that lock in this way; for the watchdog. */
  boolean holds(LockClock lock) {
    Object one = slot.lock;
    Object two = inner;
    return one != null && Locks.of(one) == lock || two != null && Locks.of(two) == lock;
  }

  private void need(Object lock, boolean among, ThreadState t, int at) {
    Needs now = t.needs();
    int i = at & PLACES - 1;
    if (scope != now) {
      java.util.Arrays.fill(needSites, 0);
      scope = now;
    }
    if (needSites[i] != at) {
      needSites[i] = at;
      needCounts[i] = 0;
      needLocks[i] = null;
    }
    if (needLocks[i] == lock || needCounts[i] >= NEEDS) {
      return;
    }
    needLocks[i] = lock;
    needCounts[i]++;
    t.settle();
    boolean mode = among || Aliases.isShared(lock);
    Need need = now.of(Locks.of(lock, t, at), mode, at, t);
    if (need != null) {
      need.last = t.epoch;
    }
  }
}
