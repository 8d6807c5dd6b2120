package io.racewatch.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;

/**
 * Waits for something that another thread must do: its end, a result, a count, an element, a
 * notification. Whoever waits with a lock in hand that the other needs on its way there may wait
 * for ever, though in this run the other had come by in time.
 */
final class Waits {
  private Waits() {}

  /** The thread is about to wait. */
  static void begin(Object what, ThreadState t, int site) {
    t.wants(null, site);
    if (t.bare != null) {
      t.bare.settle(t);
    }
    if (what instanceof Semaphore semaphore) {
      Permits.request(semaphore, t, site);
    }
    if (what instanceof Future<?> && isAtHand(what, t)) {
      return;
    }
    if (t.held != null || t.task != null) {
      t.settle();
      t.awaitsSlot = t.slot;
      t.awaitsClock = t.clock;
      t.awaitsAcquires = t.acquires;
    }
    t.awaits(what, site);
  }

  /** Whether the thread comes after the completion anyway: then it never waits, in no schedule. */
  private static boolean isAtHand(Object future, ThreadState t) {
    Posts.Entry entry = Posts.find(future);
    return entry != null
        && entry.signal != null
        && entry.clock.isReleased()
        && entry.clock.isKnownTo(t);
  }

  /** The wait is over, in whichever way. */
  static void end(Object what, ThreadState t, int site) {
    boolean began = t.awaits == what;
    t.awaits(null, site);
    if (began && Settings.deadlocks()) {
      if (t.held != null) {
        underLock(what, t, site);
      }
      if (what instanceof Future<?>) {
        Pools.waited(what, t, site);
      }
    }
  }

  private static void underLock(Object what, ThreadState t, int site) {
    if (what instanceof Thread thread) {
      forEnd(thread, t, site);
      return;
    }
    Posts.Entry entry = Posts.find(what);
    boolean room = forRoom(what, site, false);
    Signal signal = entry == null ? null : room ? entry.room : entry.signal;
    if (signal == null) {
      return; // nobody was seen to end such a wait
    }
    if (needsEach(what)) {
      for (Held h = t.held; h != null; h = h.outer) {
        Signal.Blocker found = signal.anyAgainst(h, t.info);
        if (found != null) {
          WaitLog.found(what, h, found, false, t, site);
          return;
        }
      }
    } else {
      WaitLog.keep(what, signal, t, site);
    }
  }

  private static void forEnd(Thread thread, ThreadState t, int site) {
    ThreadState other = Threads.of(thread);
    for (Held h = t.held; other != null && other != t && h != null; h = h.outer) {
      Need need = other.ownNeeds().against(h.lock, h.shared);
      if (need != null) {
        Signal.By by = new Signal.By(other.info);
        WaitLog.found(thread, h, new Signal.Blocker(by, need), false, t, site);
        return;
      }
    }
  }

  /** The thread does what others may be waiting for. */
  static void signal(Object what, ThreadState t, int site) {
    if (!Settings.deadlocks()) {
      return;
    }
    Signal signal = Posts.entry(what, t, site).signal(forRoom(what, site, true));
    signal.by(t);
    if (Settings.locksOnly) {
      t.tick(); // or what comes after it would count as before: no lock ends an epoch here
    }
  }

  /** The thread makes a future complete. */
  static void completes(Object future, ThreadState t) {
    if (Settings.deadlocks()) {
      Posts.entry(future, t, 0).signal(false).by(t);
    }
  }

  /** Whether all who signal must do so before a wait ends, not just any one of them. */
  private static boolean needsEach(Object what) {
    return what instanceof Future<?>
        || what instanceof CountDownLatch
        || what instanceof CyclicBarrier
        || what instanceof Phaser;
  }

  /** Who puts waits for room and signals elements; who takes does the reverse. */
  private static boolean forRoom(Object what, int site, boolean signals) {
    return what instanceof java.util.Queue<?> && Sites.takes(site) == signals;
  }
}
