package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A detector that does not see is not a clean run. */
class BlindIT {
  private static final String ENDING = "com.example.programs.Ending";

  @ParameterizedTest
  @ValueSource(strings = {"race", "clean"})
  void withAGateItEndsWith70(String kind) {
    Outcome outcome = blinded("exitcode=66", kind, "exit", "3");
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(70);
    assertThat(outcome.out()).isEqualTo("worked\n");
    assertThat(outcome.err()).containsIgnoringCase("blind");
    assertThat(outcome.report().runs()).extracting(Report.Run::canary).containsExactly("blind");
  }

  @Test
  void withoutAGateItSaysSo() {
    Outcome outcome = blinded("fail-on=none", "race", "exit", "3");
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(3);
    assertThat(outcome.err()).containsIgnoringCase("blind");
  }

  @Test
  void theCommandLineEndsWith70() {
    Outcome run = blinded("fail-on=none", "race", "return", "0");
    String folder = run.folder().resolve("report").toString();
    Outcome check = Jvm.command(Jdk.current(), "check", folder).run();
    assertThat(check.exit()).as("%s", check).isEqualTo(70);
  }

  private static Outcome blinded(String option, String... arguments) {
    Jvm jvm = Jvm.of(Jdk.current(), "blind");
    return Sabotage.of(jvm, "io/racewatch/runtime/Hooks")
        .agent("output=" + jvm.report() + "," + option)
        .main(ENDING, arguments)
        .run();
  }
}
