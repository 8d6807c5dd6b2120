package io.racewatch.finish;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time for everything at exit. Three bounds: the checks of the analysis that can be left out
 * end at half of the budget; formats other than text and JSON are left out when all of it is over;
 * and at {@link #HARD} times the budget the process ends, whatever is going on.
 */
final class Budget {
  private static final int HARD = 3;
  private static final long LEAST_HARD_MILLIS = 2_000;

  private final long start = System.nanoTime();
  private final long millis;

  Budget(Options options) {
    millis = options.amount(Option.EXIT_BUDGET).orElse(0);
  }

  /** What the analysis may still use for checks that can be left out; not negative. */
  Duration forChecks() {
    return Duration.ofMillis(Math.max(0, millis / 2 - elapsed()));
  }

  /** What is left of the budget, in milliseconds; not negative. */
  long left() {
    return Math.max(0, millis - elapsed());
  }

  boolean over() {
    return elapsed() >= millis;
  }

  /** What is left until the process must end, in milliseconds; at least 1. */
  long untilHardEnd() {
    return Math.max(1, Math.max(LEAST_HARD_MILLIS, HARD * millis) - elapsed());
  }

  private long elapsed() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Override
  public String toString() {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
