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
}
