package io.racewatch.model.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @TempDir Path folder;

  private static Options agent(String arguments) {
    return Options.parse(arguments, new Properties(), Map.of(), null);
  }

  @Test
  void defaultsWithoutAnySource() {
    Options options = agent(null);
    assertThat(options.text(Option.OUTPUT)).isEqualTo("racewatch-report");
    assertThat(options.list(Option.FORMATS)).containsExactly("text", "json", "html");
    assertThat(options.amount(Option.RECORD_LIMIT)).hasValue(256L << 20);
    assertThat(options.amount(Option.EXIT_BUDGET)).hasValue(10_000);
    assertThat(options.amount(Option.MEMORY)).isEmpty();
    assertThat(options.exitCode()).isEmpty();
    assertThat(options.path(Option.BASELINE)).isNull();
    assertThat(options.isOn(Option.VERBOSE)).isFalse();
    assertThat(options.isSet(Option.OUTPUT)).isFalse();
    assertThat(options.warnings()).isEmpty();
  }

  @Test
  void nearerSourcesWin() throws IOException {
    Path file = folder.resolve("racewatch.properties");
    Files.writeString(file, "output=file\nmode=locks\nsync=all\nracewatch.verbose=on\n");
    Properties properties = new Properties();
    properties.setProperty("racewatch.output", "property");
    properties.setProperty("racewatch.mode", "sample");
    Map<String, String> environment =
        Map.of("RACEWATCH_OUTPUT", "variable", "RACEWATCH_MODE", "full", "RACEWATCH_SYNC", "spec");

    Options options = Options.parse("output=argument", properties, environment, file);

    assertThat(options.text(Option.OUTPUT)).isEqualTo("argument");
    assertThat(options.text(Option.MODE)).isEqualTo("sample");
    assertThat(options.text(Option.SYNC)).isEqualTo("spec");
    assertThat(options.isOn(Option.VERBOSE)).isTrue();
  }

  @Test
  void configNamesAnotherFileFromAnySource() throws IOException {
    Path byDefault = Files.writeString(folder.resolve("racewatch.properties"), "output=no");
    Path named = Files.writeString(folder.resolve("other.properties"), "output=yes");
    Map<String, String> environment = Map.of("RACEWATCH_CONFIG", named.toString());
    Options options = Options.parse("", new Properties(), environment, byDefault);
    assertThat(options.text(Option.OUTPUT)).isEqualTo("yes");
  }

  @Test
  void commasSplitOnlyBeforeAKey() {
    Options options = agent("include=com.a.*,com.b.*,output=/tmp/a,b,fail-on=none");
    assertThat(options.list(Option.INCLUDE)).containsExactly("com.a.*", "com.b.*");
    assertThat(options.text(Option.OUTPUT)).isEqualTo("/tmp/a,b");
    assertThat(options.text(Option.FAIL_ON)).isEqualTo("none");
  }

  @Test
  void unknownKeysSplitTooAndAreNamed() {
    assertThatThrownBy(() -> agent("include=com.a.*,fial-on=none"))
        .isInstanceOf(OptionException.class)
        .hasMessage("there is no option 'fial-on'; the nearest is 'fail-on'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "outptu=x#there is no option 'outptu'; the nearest is 'output'",
        "verbose#the option 'verbose' needs a value: verbose=on|off",
        "vebose#'vebose' is not key=value; the nearest option is 'verbose'",
      })
  void badKeysGetOneLine(String arguments, String line) {
    assertThatThrownBy(() -> agent(arguments)).hasMessage(line);
  }

  @ParameterizedTest
  @CsvSource({
    "verbose=yes,on, off",
    "fail-on=certian,the nearest is 'certain'",
    "formats=text+jsno,the nearest is 'json'",
    "memory=lots,256 MiB",
    "memory=99999999999999999999,256 MiB",
    "exit-budget=10 parsecs,10s",
    "exitcode=256,a number from 0 to 255",
    "exitcode=-1,a number from 0 to 255",
    "sample-rate=0,10%",
    "sample-rate=NaN,10%",
    "output=,a path",
  })
  void badValuesAreExplained(String argument, String part) {
    assertThatThrownBy(() -> agent(argument.replace('+', ',')))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining(part)
        .hasMessageContaining(argument.substring(0, argument.indexOf('=')));
  }

  @Test
  void badValuesSayWhereTheyAreFrom() throws IOException {
    Path file = Files.writeString(folder.resolve("racewatch.properties"), "mode=fast");
    assertThatThrownBy(() -> Options.parse("", new Properties(), Map.of(), file))
        .hasMessageStartingWith("the option 'mode' in " + file + " is 'fast' but must be one of")
        .hasMessageEndingWith("; the nearest is 'full'");
    Map<String, String> environment = Map.of("RACEWATCH_MODE", "fast");
    assertThatThrownBy(() -> Options.parse("", new Properties(), environment, null))
        .hasMessageContaining("'RACEWATCH_MODE'");
  }

  @Test
  void aNamedFileMustExist() {
    assertThatThrownBy(() -> agent("config=" + folder.resolve("absent")))
        .isInstanceOf(OptionException.class)
        .hasMessageEndingWith("absent: no such file");
  }

  @Test
  void unknownVariablesAndPropertiesAreWarnings() {
    Properties properties = new Properties();
    properties.setProperty("racewatch.memroy", "1g");
    Map<String, String> environment =
        Map.of("RACEWATCH_SESSION", "s", "RACEWATCH_FAIL_NO", "none", "RACEWATCH_MODE", "");
    Options options = Options.parse("", properties, environment, null);
    assertThat(options.warnings())
        .containsExactly(
            "unknown system property racewatch.memroy is ignored;"
                + " the nearest is racewatch.memory",
            "unknown environment variable RACEWATCH_FAIL_NO is ignored;"
                + " the nearest is RACEWATCH_FAIL_ON");
    assertThat(options.isSet(Option.MODE)).isFalse();
  }

  @Test
  void noneTakesBackAFartherSource() {
    Map<String, String> environment = Map.of("RACEWATCH_EXITCODE", "66");
    Options options = Options.parse("exitcode=none", new Properties(), environment, null);
    assertThat(options.exitCode()).isEmpty();
    assertThat(Options.of(options.toMap()).exitCode()).isEmpty();
  }

  @Test
  void formatIsFormats() {
    assertThat(agent("format=sarif").list(Option.FORMATS)).containsExactly("sarif");
  }

  @Test
  void mapsRoundTrip() {
    Options options = agent("include=a.*,b.*,exitcode=7,memory=1g");
    Options again = Options.of(options.toMap());
    assertThat(again.toMap()).isEqualTo(options.toMap()).hasSize(3);
    assertThat(again.exitCode()).hasValue(7);
  }
}
