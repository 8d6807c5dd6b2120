package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the program ends, what was found is in the run file. */
class EndingsIT {
  private static final String ENDING = "com.example.programs.Ending";
  private static final int SIGTERM = 143;
  private static final int SIGKILL = 137;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "return, 0, normal",
    "exit, 3, normal",
    "throw, 1, normal",
    "parallel, 3, normal",
    "halt, 4, halted",
    "hook, 5, halted"
  })
  void byItself(String how, int code, String ended) {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "ends-" + how)
            .main(ENDING, "race", how, String.valueOf(code))
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(code);
    checkRendered(outcome, ended);
  }

  @Test
  void bySigterm() {
    Running running = waiting();
    running.process().destroy();
    Outcome outcome = running.await();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(SIGTERM);
    checkRendered(outcome, "normal");
    checkFindings(outcome.report());
  }

  @Test
  void bySigkill() {
    Running running = waiting();
    running.process().destroyForcibly();
    Outcome outcome = running.await();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(SIGKILL);
    checkRendered(outcome, "killed");
  }

  @Test
  void aNormalEndRendersByItself() {
    Outcome outcome = Jvm.watched(Jdk.current(), "rendered").main(ENDING, "race", "return").run();
    checkFindings(outcome.report());
    assertThat(outcome.folder().resolve("report/racewatch.html")).isNotEmptyFile();
    assertThat(outcome.err())
        .contains("com.example.programs.Ending.value")
        .containsPattern("at com\\.example\\.programs\\.Ending\\.\\S+\\(Ending\\.java:\\d+\\)");
  }

  @Test
  void aDeadlockIsReportedWhileItLasts() {
    Running running =
        Jvm.watched(Jdk.current(), "deadlocked")
            .main("com.example.deadlocks.LockedForEver")
            .start()
            .awaitError("deadlock");
    running.process().destroyForcibly();
    Outcome outcome = running.await();
    assertThat(rendered(outcome).findings())
        .extracting(Report.Finding::rule)
        .containsExactly("deadlock");
  }

  @Test
  void aDeadlockEndsWithTheCodeThatWasAskedFor() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "halts", "halt-on-deadlock=on", "exitcode=77")
            .main("com.example.deadlocks.LockedForEver")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(77);
  }

  private static Running waiting() {
    return Jvm.watched(Jdk.current(), "killed")
        .main(ENDING, "race", "wait")
        .start()
        .awaitLine("waiting");
  }

  /** Renders the run file once more, elsewhere. */
  private static Report rendered(Outcome outcome) {
    assertThat(outcome.runFiles()).as("run files of %s", outcome).hasSize(1);
    String output = outcome.folder().resolve("again").toString();
    Outcome again =
        Jvm.command(
                Jdk.current(),
                "report",
                "--output",
                output,
                "--format",
                "json,text",
                outcome.runFiles().get(0).toString())
            .run();
    assertThat(again.exit()).as("%s", again).isIn(0, 66);
    return Report.read(outcome.folder().resolve("again"));
  }

  private static void checkRendered(Outcome outcome, String ended) {
    Report report = rendered(outcome);
    checkFindings(report);
    assertThat(report.runs()).extracting(Report.Run::ended).containsExactly(ended);
    assertThat(report.runs()).extracting(Report.Run::canary).containsExactly("ok");
  }

  private static void checkFindings(Report report) {
    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.members()).isEqualTo(List.of("com.example.programs.Ending.value"));
              assertThat(finding.certainty()).isEqualTo("certain");
              assertThat(finding.sides())
                  .hasSize(2)
                  .allSatisfy(side -> assertThat(side.stack()).isNotEmpty());
            });
  }
}
