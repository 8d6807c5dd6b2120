package io.racewatch.engine;

import java.time.Duration;

/** A point in time after which work that can be left out is left out. */
final class Deadline {
  private final long end;
  private final boolean never;

  /**
   * From now on.
   *
   * @param budget null for no end
   */
  Deadline(Duration budget) {
    never = budget == null;
    end = never ? 0 : System.nanoTime() + budget.toNanos();
  }

  boolean over() {
    return !never && System.nanoTime() - end > 0;
  }

  /** What is left, in milliseconds; at least 0, and very much if there is no end. */
  long leftMillis() {
    return never ? Long.MAX_VALUE : Math.max(0, (end - System.nanoTime()) / 1_000_000);
  }
}
