package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the jar that start or look into JVMs, and reports made by a JVM beside a small
 * one.
 */
class CommandsIT {
  private static final String ENDING = "com.example.programs.Ending";
  private static final String SMALL = "-Xmx64m";

  @ParameterizedTest
  @MethodSource("io.racewatch.it.Jdk#all")
  void theDoctorFindsEverythingInOrder(Jdk jdk) {
    Outcome outcome = Jvm.command(jdk, "doctor").run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.out()).contains("racewatch works here").doesNotContain("FAILED");
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"race, 66", "clean, 3"})
  void aSmallJvmReportsInAnother(String kind, int exit) {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "small", "exitcode=66")
            .vm(SMALL)
            .main(ENDING, kind, "exit", "3")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(exit);
    assertThat(outcome.err().contains("Ending.value")).isEqualTo(kind.equals("race"));
    assertThat(outcome.report().findings()).hasSize(kind.equals("race") ? 1 : 0);
    assertThat(outcome.report().runs()).hasSize(1);
  }

  @Test
  void aSmallCleanJvmSaysOneLine() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "small-hello")
            .vm(SMALL)
            .main("com.example.programs.Hello")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void runStartsTheProgramWithTheAgentAndEndsWithItsCode() {
    Outcome outcome =
        Jvm.command(Jdk.current(), "run", "--output", "here", "--", "java", "-version").run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.err()).contains("version");
    Outcome wrong = Jvm.command(Jdk.current(), "run", "--exitcode", "67", "--", "java", "No").run();
    assertThat(wrong.exit()).as("%s", wrong).isEqualTo(1);
  }
}
