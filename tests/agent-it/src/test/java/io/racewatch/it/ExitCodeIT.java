package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit codes of a watched program. */
class ExitCodeIT {
  private static final String ENDING = "com.example.programs.Ending";

  @ParameterizedTest(name = "{0}")
  @CsvSource({"return, 0", "exit, 3", "exit, 0", "throw, 1", "parallel, 3"})
  void aTrippedGateReplacesTheCode(String how, String code) {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "tripped", "exitcode=66").main(ENDING, "race", how, code).run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(66);
    assertThat(outcome.out()).contains("worked");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"return, 0", "exit, 3", "throw, 1", "parallel, 3", "halt, 4", "hook, 5"})
  void aCleanRunKeepsTheProgramsOwn(String how, int code) {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "untripped", "exitcode=66")
            .main(ENDING, "clean", how, String.valueOf(code))
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"return, 0", "exit, 3", "throw, 1", "halt, 4", "hook, 5"})
  void withoutTheOptionARaceChangesNothing(String how, int code) {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "no-gate").main(ENDING, "race", how, String.valueOf(code)).run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(code);
  }

  @Test
  void aGateThatCountsNothingDoesNotTrip() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "fail-on-none", "exitcode=66", "fail-on=none")
            .main(ENDING, "race", "exit", "3")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(3);
  }
}
