package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Thousands of random small traces: the detector says of each what full vector clocks say. */
class RandomTraceTest {
  private static final int TRACES = 4000;
  private static final int EVENTS = 70;
  private static final int SEED = 20261120;

  @Test
  void verdictsEqualThoseOfFullVectorClocks() {
    int racy = 0;
    for (int i = 0; i < TRACES; i++) {
      racy += new RandomTrace(SEED + i).play(EVENTS).anyRace() ? 1 : 0;
    }
    assertThat(racy).isBetween(TRACES / 10, TRACES * 95 / 100);
    assertThat(Faults.count()).isZero();
  }
}
