package io.racewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Version;
import io.racewatch.model.options.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
  private final Shell shell = new Shell();

  @Test
  void helpListsCommandsAndExitCodes() {
    assertThat(shell.run("--help")).isZero();
    assertThat(shell.out())
        .contains("report", "check", "merge", "run", "baseline", "explain", "doctor", "attach")
        .contains("ide", "help", "version", "analyze", "trace")
        .contains(" 0 ", " 2 ", "65", "66", "70");
    assertThat(shell.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze",
        "report",
        "check",
        "merge",
        "run",
        "baseline",
        "doctor",
        "explain",
        "trace"
      })
  void everyCommandTakesEveryOption(String command) {
    assertThat(shell.run("help", command)).isZero();
    for (Option option : Option.values()) {
      assertThat(shell.out()).contains("--" + option.key());
    }
    assertThat(shell.out()).contains("--format,", "65", "66");
  }

  @Test
  void withoutACommandTheHelpGoesToStderr() {
    assertThat(shell.run()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("Usage: racewatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void version(String argument) {
    assertThat(shell.run(argument)).isZero();
    assertThat(shell.out()).isEqualTo("racewatch " + Version.text() + System.lineSeparator());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "reprot#there is no command 'reprot'; the nearest is 'report' (see 'help')",
        "report --fial-on none#there is no option '--fial-on'; the nearest is '--fail-on'"
            + " (see 'help report')",
        "report --fail-on=certian#the option 'fail-on' is 'certian' but must be one of certain,"
            + " likely, possible, none; the nearest is 'certain' (see 'help report')",
        "attach#Missing required parameter: 'PID' (see 'help attach')",
        "attach x#Invalid value for positional parameter at index 0 (PID): 'x' is not a long"
            + " (see 'help attach')",
        "run --output o#no program is given (run [--KEY VALUE]… -- java …)",
        "version now#'now' is one argument too many (see 'help version')",
      })
  void wrongUseIsOneLineWithAHint(String arguments, String line) {
    assertThat(shell.run(arguments.split(" "))).isEqualTo(2);
    assertThat(shell.err()).isEqualTo("[racewatch] " + line + System.lineSeparator());
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void aStackComesOnlyWithVerbose() {
    assertThat(shell.run("report", "--fail-on", "x")).isEqualTo(2);
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.run("report", "--verbose", "--fail-on", "x")).isEqualTo(2);
    assertThat(shell.err()).contains("OptionException");
  }

  @Test
  void unknownVariablesAreWarnings() {
    shell.environment.put("RACEWATCH_OUTPTU", "x");
    shell.run("check", "absent.rw");
    assertThat(shell.err())
        .contains("RACEWATCH_OUTPTU is ignored; the nearest is RACEWATCH_OUTPUT");
  }

  @Test
  void switchesStandAloneOrWithAValue() {
    assertThat(OptionArguments.completeSwitches(List.of("--verbose", "a.rw", "--verbose", "off")))
        .containsExactly("--verbose=on", "a.rw", "--verbose", "off");
  }
}
