package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over many runs, which differ in their salt, each variable is watched with the stated chance. */
class SamplingTest {
  private static final int RUNS = 20_000;

  @AfterEach
  void watchAll() {
    Sampling.share(1, 0);
  }

  @Test
  void allAreWatchedUnlessAsked() {
    assertThat(Sampling.isOn()).isFalse();
    assertThat(Sampling.watchesField("x")).isTrue();
    assertThat(Sampling.watchesLength(8)).isTrue();
    assertThat(Sampling.watchesClass("java.util.HashMap")).isTrue();
  }

  @Test
  void eachVariableIsWatchedWithTheChanceOfTheShare() {
    for (double share : new double[] {0.01, 0.05, 0.2, 0.5}) {
      checkRate(share, () -> Sampling.watchesField("value"));
      checkRate(share, () -> Sampling.watchesLength(16));
      checkRate(share, () -> Sampling.watchesLength(0));
      checkRate(share, () -> Sampling.watchesClass("java.util.HashMap"));
    }
  }

  @Test
  void inOneRunTheShareOfAllLengthsIsWatched() {
    Sampling.share(0.05, 42);
    int watched = 0;
    for (int length = 0; length < RUNS; length++) {
      watched += Sampling.watchesLength(length) ? 1 : 0;
    }
    assertRate(watched, 0.05);
  }

  @Test
  void theCanaryIsAlwaysWatched() {
    for (int salt = 0; salt < 100; salt++) {
      Sampling.share(0.0001, salt);
      assertThat(Sampling.watchesField(Sampling.CANARY)).isTrue();
    }
  }

  private static void checkRate(double share, BooleanSupplier watched) {
    int count = 0;
    for (int run = 0; run < RUNS; run++) {
      Sampling.share(share, 1_000_003L * run);
      boolean first = watched.getAsBoolean();
      assertThat(watched.getAsBoolean()).as("the other side of a race").isEqualTo(first);
      count += first ? 1 : 0;
    }
    assertRate(count, share);
  }

  private static void assertRate(int count, double share) {
    double deviation = Math.sqrt(RUNS * share * (1 - share));
    double expected = RUNS * share;
    assertThat((double) count).isBetween(expected - 3 * deviation, expected + 3 * deviation);
  }
}
