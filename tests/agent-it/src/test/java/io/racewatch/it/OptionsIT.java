package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where options come from and what happens to wrong ones. */
class OptionsIT {
  private static final String HELLO = "com.example.programs.Hello";
  private static final String ENDING = "com.example.programs.Ending";

  @ParameterizedTest
  @CsvSource({
    "exitcod=66, exitcode",
    "outptu=x, output",
    "halt-on-deadlok=on, halt-on-deadlock",
    "fail-on=sure, fail-on",
    "exitcode=many, exitcode",
    "mode=fast, mode"
  })
  void aWrongAgentArgumentStopsTheStart(String argument, String named) {
    Outcome outcome = Jvm.of(Jdk.current(), "wrong").agent(argument).main(HELLO).run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("[racewatch]")
        .contains(named);
  }

  @Test
  void aSystemPropertyIsAnOption() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "property")
            .vm("-Dracewatch.exitcode=67")
            .main(ENDING, "race", "return")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(67);
  }

  @Test
  void anEnvironmentVariableIsAnOption() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "environment")
            .environment("RACEWATCH_EXITCODE", "68")
            .main(ENDING, "race", "return")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(68);
  }

  @Test
  void aFileHasOptionsAndThePropertyBeatsIt() throws IOException {
    Path file = Places.folder("options").resolve("my.properties");
    Files.writeString(file, "exitcode=69\nformats=json\n");
    Outcome outcome =
        Jvm.watched(Jdk.current(), "file", "config=" + file)
            .vm("-Dracewatch.exitcode=71")
            .main(ENDING, "race", "return")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(71);
    assertThat(outcome.folder().resolve("report/racewatch.html")).doesNotExist();
  }

  @Test
  void anUnknownVariableOrPropertyIsAWarning() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "unknown")
            .environment("RACEWATCH_EXITCOD", "66")
            .vm("-Dracewatch.outptu=x")
            .main(HELLO)
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.out()).isEqualTo("hello\n");
    assertThat(outcome.err()).contains("RACEWATCH_EXITCOD").contains("racewatch.outptu");
    assertThat(outcome.foreignLines()).isEmpty();
  }

  @Test
  void whatIsExcludedIsNotWatched() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "excluded", "exclude=com.example.programs.*")
            .main(ENDING, "race", "return")
            .run();
    assertThat(outcome.report().findings()).isEmpty();
    Outcome other =
        Jvm.watched(Jdk.current(), "included", "include=com.example.programs.*")
            .main(ENDING, "race", "return")
            .run();
    assertThat(other.report().findings()).hasSize(1);
  }
}
