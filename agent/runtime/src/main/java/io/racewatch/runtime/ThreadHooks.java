package io.racewatch.runtime;

/** What {@link SyncHooks} does with threads; guards every entry. */
final class ThreadHooks {
  private static final String INTERRUPT = "interrupt";

  private ThreadHooks() {}

  /** Orders the current thread after the end of another, if that has ended. */
  static void joined(Thread other, ThreadState t, int site) {
    try {
      ThreadState ended = other.isAlive() ? null : Threads.of(other);
      if (ended != null && ended != t && Threads.hasEnded(other)) {
        ended.endedFor(t, Sites.isCallOf(site, "join"), site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("join", broken);
    }
  }

  /** The current thread is about to interrupt another (JLS 17.4.4). */
  static void interrupt(Object thread, ThreadState t) {
    try {
      SideVars.clock(thread, INTERRUPT, 0, true).release(t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("interrupt", broken);
    }
  }

  /** A thread was seen to be interrupted. */
  static void interrupted(Object thread, ThreadState t, int site) {
    try {
      SyncClock clock = SideVars.clock(thread, INTERRUPT, 0, false);
      if (clock != null) {
        clock.acquire(t, site, INTERRUPT);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("interrupted", broken);
    }
  }
}
