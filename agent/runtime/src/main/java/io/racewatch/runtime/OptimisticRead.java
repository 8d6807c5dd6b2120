package io.racewatch.runtime;

/**
 * The reads between {@code StampedLock.tryOptimisticRead} and {@code validate}. What they read
 * counts only if the stamp turns out valid: races met in between are kept back, dropped when the
 * validation fails, and judged again, with the order that it gives, when it succeeds (StampedLock
 * javadoc, "Memory Synchronization"). Where a stamp is never validated they are plain reads: that
 * is known when the method that has it returns, when its thread takes the lock or another stamp of
 * it, and when the task or the thread ends.
 *
 * <p>A persistent list, innermost first, so that an access keeps the stamps of its moment.
 */
final class OptimisticRead {
  private final Stamp stamp;

  /** The read under another stamp within which this one began, or null. */
  private final OptimisticRead outer;

  private OptimisticRead(Stamp stamp, OptimisticRead outer) {
    this.stamp = stamp;
    this.outer = outer;
  }

  /** A race of a read within; judged later. */
  void defer(Access earlier, Access later, Object subject, int index, ThreadState t) {
    if (!stamp.keepRead(earlier, later, subject, index)) {
      t.optimistic = null;
      stamp.used(t);
    }
  }

  /** Whether a write under the lock makes that earlier read invalid, so that nobody uses it. */
  static boolean isVoidFor(
      Access earlier, Access write, Object subject, int index, ThreadState writer) {
    for (OptimisticRead read = earlier.context.optimistic; read != null; read = read.outer) {
      if (Held.find(writer.held, read.stamp.lock, false) != null
          && read.stamp.keepWrite(earlier, write, subject, index)) {
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
    Stamp open = close(lock, t);
    if (Sites.isCallOf(site, "tryOptimisticRead") || Conversions.isToOptimistic(site)) {
      if (open != null) {
        open.used(t);
      }
      t.optimistic = new OptimisticRead(new Stamp(lock, ++t.stamps), t.optimistic);
    } else if (open != null) {
      if (t.optimistic != null && !open.isIdle()) {
        open.handOver(t.optimistic.stamp); // another stamp is still to be validated
      } else {
        open.judge(t);
      }
      open.settle();
    }
  }

  /** Ends the optimistic read of that lock; returns it, or null if there is none. */
  private static Stamp close(LockClock lock, ThreadState t) {
    OptimisticRead read = t.optimistic;
    while (read != null && read.stamp.lock != lock) {
      read = read.outer;
    }
    if (read == null) {
      return null;
    }
    t.optimistic = without(t.optimistic, read);
    return read.stamp;
  }

  private static OptimisticRead without(OptimisticRead top, OptimisticRead gone) {
    return top == gone ? top.outer : new OptimisticRead(top.stamp, without(top.outer, gone));
  }

  /** The thread took the lock itself: what it reads from now on needs no validation. */
  static void locked(LockClock lock, ThreadState t) {
    Stamp open = close(lock, t);
    if (open != null) {
      open.judge(t);
      open.settle();
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

  /**
   * A method is left that began the reads after that many.
   *
   * @param used whether what they read may be used
   */
  static void leave(int before, boolean used, ThreadState t) {
    while (t.optimistic != null && t.optimistic.stamp.number > before) {
      Stamp open = t.optimistic.stamp;
      t.optimistic = t.optimistic.outer;
      if (used) {
        open.used(t);
      } else {
        open.settle();
      }
    }
    nextEpoch(t);
  }

  /** The thread or its task has ended: what it never validated it may have used. */
  static void ended(ThreadState t) {
    synchronized (t.info) {
      for (OptimisticRead read = t.optimistic; read != null; read = read.outer) {
        t.optimistic = null;
        read.stamp.used(t);
      }
    }
  }

  /** A stamp was not valid: what was read is not used. What the thread reads from now on is. */
  static void discard(ThreadState t) {
    if (t.optimistic == null) {
      return;
    }
    for (OptimisticRead read = t.optimistic; read != null; read = read.outer) {
      read.stamp.settle();
    }
    t.optimistic = null;
    nextEpoch(t);
  }

  /** So that reads from now on are others than those under a stamp. */
  private static void nextEpoch(ThreadState t) {
    try {
      t.settle();
      t.tick();
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    }
  }
}
