package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * In sample mode the races of a program are found with the chance that the report states. A few
 * runs with given salts; many with fresh ones where {@code it.sample.runs} says how many.
 */
class SampleRateIT {
  private static final String MAIN = "com.example.programs.ManyRaces";
  private static final int RACES = 100;
  private static final int RUNS = Integer.getInteger("it.sample.runs", 0);

  @TestFactory
  Stream<DynamicTest> racesAreFoundWithTheStatedChance() {
    return List.of(0.05, 0.2, 0.5).stream()
        .map(share -> dynamicTest("share " + share, () -> measure(share)));
  }

  private static void measure(double share) {
    int runs = RUNS > 0 ? RUNS : 2;
    int found = 0;
    for (int i = 0; i < runs; i++) {
      found += run(share, RUNS > 0 ? "" : String.valueOf(20_261_120 + i));
    }
    double expected = share * RACES * runs;
    double deviation = Math.sqrt(expected * (1 - share));
    System.out.println("sampled " + share + ": " + found + " of " + RACES * runs);
    assertThat((double) found).isBetween(expected - 3 * deviation, expected + 3 * deviation);
  }

  private static int run(double share, String salt) {
    Jvm jvm = Jvm.watched(Jdk.current(), "sampled", "mode=sample", "sample-rate=" + share);
    if (!salt.isEmpty()) {
      jvm.vm("-Dracewatch.internal.sampleSalt=" + salt);
    }
    Outcome outcome = jvm.vm("-Xmx256m", "-XX:+UseSerialGC").main(MAIN).run();
    assertThat(outcome.out().trim()).isEqualTo(RACES + " 2");
    assertThat(outcome.err()).contains("watched with a chance of " + share);
    Report report = outcome.report();
    assertThat(report.runs()).allMatch(run -> run.canary().equals("ok"));
    assertThat(report.findings())
        .noneMatch(f -> f.members().toString().contains("guarded"))
        .filteredOn(f -> !f.rule().equals("unguarded-write"))
        .allMatch(f -> f.rule().equals("data-race") && f.certainty().equals("certain"));
    return (int) report.findings().stream().filter(f -> f.rule().equals("data-race")).count();
  }
}
