package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
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
    if (what instanceof Future<?> && isAtHand(what, t, site)) {
      return;
    }
    if (what instanceof CyclicBarrier || what instanceof Phaser) {
      Turns turns = Posts.entry(what, t, site).turns(what);
      if (turns != null) {
        turns.await(t);
      }
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
  private static boolean isAtHand(Object future, ThreadState t, int site) {
    Posts.Entry entry = Posts.find(future);
    SyncClock clock = entry == null ? null : entry.loose();
    boolean there =
        clock != null && entry.signal != null && clock.isReleased() && clock.isKnownTo(t);
    if (there && t.atHand != clock) {
      t.atHand = clock; // it would have waited, so the order is one that threads wait for
      long released = clock.lastRelease();
      t.alsoBy((int) (released >>> 32), (int) released, EdgeKind.FUTURE, null, site);
    }
    return there;
  }

  /** The wait is over, in whichever way. */
  static void end(Object what, ThreadState t, int site) {
    boolean began = t.awaits == what;
    t.awaits(null, site);
    if (began && (what instanceof CyclicBarrier || what instanceof Phaser)) {
      Posts.Entry entry = Posts.find(what);
      if (entry != null && entry.turns(what) != null) {
        entry.turns(what).met(what, t);
      }
    }
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
    // Who joins a platform thread waits on its monitor, and so gives that one back meanwhile.
    LockClock its = Threads.isVirtual(thread) ? null : Locks.of(thread);
    for (Held h = t.held; other != null && other != t && h != null; h = h.outer) {
      if (h.lock == its) {
        continue;
      }
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
    Posts.Entry entry = Posts.entry(what, t, site);
    boolean forRoom = forRoom(what, site, true);
    entry.signal(forRoom).by(t);
    boolean ends = Settings.locksOnly;
    if (isCounted(what) && !forRoom) {
      Turns turns = entry.turns(what);
      t.inside++;
      ends |= turns != null && turns.arrive(what, t);
      t.inside--;
    }
    if (ends) {
      t.tick(); // or what comes after it would count as before: no lock ends an epoch here
    }
  }

  /** Latches are counted where they count. */
  private static boolean isCounted(Object what) {
    return what instanceof CyclicBarrier
        || what instanceof Phaser
        || what instanceof java.util.concurrent.BlockingQueue<?>;
  }

  /** A thread uses something that others may wait for, and does not wait. */
  static void polls(Object what, ThreadState t, int site) {
    t.polls++;
    if (what instanceof Phaser || what instanceof CyclicBarrier) {
      Turns turns = Posts.entry(what, t, site).turns(what); // who must come is open
      if (turns != null) {
        turns.loose();
      }
    }
  }

  /** The thread makes a future complete. */
  static void completes(Object future, ThreadState t) {
    if (Settings.deadlocks()) {
      Posts.entry(future, t, 0).signal(false).by(t);
      Scope scope = t.scope();
      if (scope != null && Tasks.scope(future) == scope) {
        scope.complete();
      }
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
