package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The reads between {@code StampedLock.tryOptimisticRead} and {@code validate}. What they read
 * counts only if the stamp turns out valid: races met in between are kept back, dropped when the
 * validation fails, and judged again, with the order that it gives, when it succeeds (StampedLock
 * javadoc, "Memory Synchronization"). Used by its thread alone, but for the lock.
 *
 * <p>Accesses refer to the read that they were part of, so it keeps nothing once it is over.
 */
final class OptimisticRead {
  /** Races kept back; with more, the read is taken as one that is never validated. */
  private static final int LIMIT = 256;

  final LockClock lock;

  /** The optimistic read of another lock within which this one began, or null. */
  private final OptimisticRead outer;

  private final List<Race> deferred = new ArrayList<>(4);

  private OptimisticRead(LockClock lock, OptimisticRead outer) {
    this.lock = lock;
    this.outer = outer;
  }

  private record Race(Access earlier, Access later, Object subject, int index, Throwable stack) {}

  /** A race of a read within; judged later. */
  void defer(Access earlier, Access later, Object subject, int index, ThreadState t) {
    Throwable stack = later.context.trace != null ? later.context.trace : new Throwable();
    deferred.add(new Race(earlier, later, subject, index, stack));
    if (deferred.size() == LIMIT) {
      t.optimistic = null;
      judge(t);
    }
  }

  /** Whether a write under the lock makes that earlier read invalid, so that nobody uses it. */
  static boolean isVoidFor(Access earlier, ThreadState writer) {
    for (OptimisticRead read = earlier.context.optimistic; read != null; read = read.outer) {
      if (Held.find(writer.held, read.lock, false) != null) {
        return true;
      }
    }
    return false;
  }

  /** An optimistic read begins, or is valid, or a stamp was converted. */
  static void consume(Object stampedLock, ThreadState t, int site) {
    LockClock lock = Locks.of(stampedLock, t, site);
    t.tail.unsure(); // what it reads is not guarded by a lock that is held
    if (Conversions.isOne(site)) {
      Conversions.done(lock, t, site);
    } else {
      lock.acquire(t, site, lock.className);
    }
    OptimisticRead open = close(lock, t);
    if (open != null && open.deferred.isEmpty()) {
      open = null;
    }
    if (Sites.isCallOf(site, "tryOptimisticRead") || Conversions.isToOptimistic(site)) {
      if (open != null) {
        open.judge(t); // it was never validated
      }
      t.optimistic = new OptimisticRead(lock, t.optimistic);
    } else if (open != null && t.optimistic != null) {
      t.optimistic.deferred.addAll(open.deferred); // another stamp is still to be validated
      open.deferred.clear();
    } else if (open != null) {
      open.judge(t);
    }
  }

  /** Ends the optimistic read of that lock; returns it, or null if there is none. */
  private static OptimisticRead close(LockClock lock, ThreadState t) {
    OptimisticRead read = t.optimistic;
    while (read != null && read.lock != lock) {
      read = read.outer;
    }
    if (read != null) {
      t.optimistic = without(t.optimistic, read);
    }
    return read;
  }

  private static OptimisticRead without(OptimisticRead top, OptimisticRead gone) {
    if (top == gone) {
      return top.outer;
    }
    OptimisticRead copy = new OptimisticRead(top.lock, without(top.outer, gone));
    copy.deferred.addAll(top.deferred);
    return copy;
  }

  /** The thread took the lock itself: what it reads from now on needs no validation. */
  static void locked(LockClock lock, ThreadState t) {
    OptimisticRead open = close(lock, t);
    if (open != null) {
      open.judge(t);
    }
  }

  /**
   * What this thread read before comes before the next write lock; if it is about to give up a
   * write lock, what it did comes before any next holder.
   */
  static void publish(Object stampedLock, ThreadState t, int site) {
    LockClock lock = Locks.of(stampedLock, t, site);
    if (Held.find(t.held, lock, false) != null && Conversions.isOne(site)) {
      lock.release(t);
    } else {
      lock.releaseShared(t);
    }
  }

  /** The thread has ended: what it never validated it may have used. */
  static void ended(ThreadState t) {
    synchronized (t.info) {
      for (OptimisticRead read = t.optimistic; read != null; read = read.outer) {
        t.optimistic = null;
        read.judge(t);
      }
    }
  }

  /**
   * A stamp was not valid: what was read is not used. What the thread reads from now on is; so it
   * is in another epoch.
   */
  static void discard(ThreadState t) {
    if (t.optimistic == null) {
      return;
    }
    for (OptimisticRead read = t.optimistic; read != null; read = read.outer) {
      read.deferred.clear();
    }
    t.optimistic = null;
    try {
      t.settle();
      t.tick();
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    }
  }

  private void judge(ThreadState t) {
    for (Race race : deferred) {
      if (!t.knows(race.earlier.epoch())) {
        Races.unvalidated(race.earlier, race.later, race.subject, race.index, race.stack, t);
      }
    }
    deferred.clear();
  }
}
