package io.racewatch.trace.witness;

/** How many steps may still be made; counted, not timed, so that a verdict can be repeated. */
public class Budget {
  private long left;

  /** So many steps. */
  public Budget(long steps) {
    left = steps;
  }

  /** Takes some; false when none are left. */
  boolean take(long steps) {
    left -= steps;
    return left > 0;
  }

  final boolean isSpent() {
    return left <= 0;
  }

  /** A part of this for one purpose: what it takes is taken from both. */
  Budget atMost(long steps) {
    Budget whole = this;
    return new Budget(Math.min(steps, left)) {
      @Override
      boolean take(long some) {
        return super.take(some) & whole.take(some);
      }
    };
  }
}
