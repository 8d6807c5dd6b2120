package io.racewatch.runtime;

/**
 * Called by woven code at the ends of methods that begin optimistic reads of a {@code StampedLock}
 * and keep their stamps to themselves: what was not validated by then never is. None throws.
 */
public final class StampHooks {
  private StampHooks() {}

  /** At the beginning; how many such reads the thread began so far. */
  public static int begin(ThreadState t) {
    return t.stamps;
  }

  /** The method returns: what it read and did not validate, it may have used. */
  public static void end(int before, ThreadState t) {
    if (t.optimistic != null) {
      ended(before, true, t);
    }
  }

  /** It throws: what it read is not used. */
  public static void drop(int before, ThreadState t) {
    if (t.optimistic != null) {
      ended(before, false, t);
    }
  }

  private static void ended(int before, boolean used, ThreadState t) {
    if (t.inside != 0) {
      return;
    }
    try {
      OptimisticRead.leave(before, used, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("optimistic read", broken);
    }
  }
}
