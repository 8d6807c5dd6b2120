package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What racewatch remembers goes with what it is about, and stays within its budget. */
class MemoryIT {
  /** Were nothing given back, a million arrays alone would take ten times that. */
  private static final long SLACK = 16;

  @Test
  void arraysLocksAndThreadsThatAreGoneLeaveNothing() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "churning")
            .vm("-Xmx256m", "-XX:+UseSerialGC")
            .main("com.example.programs.Churning")
            .run();
    String[] alive = outcome.out().trim().split(" ");
    assertThat(outcome.exit()).isZero();
    assertThat(Long.parseLong(alive[1])).isLessThan(Long.parseLong(alive[0]) + SLACK);
  }

  @Test
  void whatTheBudgetLeavesOutIsToldAndNothingFalseIsFound() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "budget", "memory=2m")
            .vm("-Xmx256m", "-XX:+UseSerialGC")
            .main("com.example.programs.ManyArrays")
            .run();
    assertThat(outcome.out().trim()).isEqualTo("5000150000");
    assertThat(outcome.err()).contains("the memory budget of 2 MiB was used up");
    assertThat(outcome.report().findings())
        .isNotEmpty()
        .allMatch(f -> f.members().toString().contains("ManyArrays.raced"));
  }

  @Test
  void withinTheBudgetNothingIsLeftOut() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "budget", "memory=200m")
            .vm("-Xmx512m", "-XX:+UseSerialGC")
            .main("com.example.programs.ManyArrays")
            .run();
    assertThat(outcome.err()).doesNotContain("memory budget");
  }
}
