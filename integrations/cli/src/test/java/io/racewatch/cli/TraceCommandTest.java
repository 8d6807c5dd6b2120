package io.racewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
  private static final String RACE = "A|w(x)|1\nA|r(y)|2\nB|r(x)|3\nB|w(y)|4\n";
  private static final String BOTH_WAYS =
      "A|acq(l)|1\nA|acq(m)|2\nA|rel(m)|3\nA|rel(l)|4\n"
          + "B|acq(m)|5\nB|acq(l)|6\nB|rel(l)|7\nB|rel(m)|8\n";
  private static final String GATED =
      "A|acq(g)|0\nA|acq(l)|1\nA|acq(m)|2\nA|rel(m)|3\nA|rel(l)|4\nA|rel(g)|0\n"
          + "B|acq(g)|0\nB|acq(m)|5\nB|acq(l)|6\nB|rel(l)|7\nB|rel(m)|8\nB|rel(g)|0\n";

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private String race;
  private String deadlock;
  private String gated;

  @BeforeEach
  void files() throws IOException {
    race = file("race.std", RACE);
    deadlock = file("deadlock.std", BOTH_WAYS);
    gated = file("gated.std", GATED);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void jsonIsALineForEachFileInOrder() {
    assertThat(shell.run("trace", "--json", race, deadlock, gated)).isEqualTo(66);
    assertThat(shell.out().lines())
        .containsExactly(
            "{\"file\":\""
                + race
                + "\",\"events\":4,\"races\":[{\"variable\":\"x\",\"first\":1,\"second\":3},"
                + "{\"variable\":\"y\",\"first\":2,\"second\":4}],\"deadlocks\":[]}",
            "{\"file\":\""
                + deadlock
                + "\",\"events\":8,\"races\":[],\"deadlocks\":[{\"acquires\":[2,6],"
                + "\"verdict\":\"witnessed\",\"reason\":\"\"}]}",
            "{\"file\":\""
                + gated
                + "\",\"events\":12,\"races\":[],\"deadlocks\":[{\"acquires\":[3,9],"
                + "\"verdict\":\"ruled-out\",\"reason\":\"gate\"}]}");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void racesAloneAndWhatIsRuledOutDoNotTripTheGate() {
    assertThat(shell.run("trace", "--json", race, gated)).isZero();
    assertThat(shell.run("trace", "--fail-on", "none", deadlock)).isZero();
  }

  @Test
  void aPossibleOneTripsOnlyALowGate() throws IOException {
    // What B reads was written after A's acquires, but it is no flag under a lock.
    String possible =
        file(
            "possible.std",
            "A|acq(l)|1\nA|acq(m)|2\nA|w(x)|0\nA|rel(m)|3\nA|rel(l)|4\nB|r(x)|0\n"
                + "B|acq(m)|5\nB|acq(l)|6\nB|rel(l)|7\nB|rel(m)|8\n");
    assertThat(shell.run("trace", "--json", possible)).isZero();
    assertThat(shell.out()).contains("\"verdict\":\"possible\",\"reason\":\"data\"");
    assertThat(shell.run("trace", "--fail-on", "possible", possible)).isEqualTo(66);
  }

  @Test
  void aMalformedLineIsNamedAndTheOtherFilesArePrinted() throws IOException {
    String wrong = file("wrong.std", "A|w(x)|1\nA|w(x)|1\n\nA|w(x)|1\n");
    String absent = folder.resolve("absent.std").toString();
    assertThat(shell.run("trace", "--json", race, wrong, absent, deadlock)).isEqualTo(65);
    assertThat(shell.out().lines()).hasSize(2);
    assertThat(shell.err().lines())
        .containsExactly(
            "[racewatch] " + wrong + ":3: an empty line; there is one event a line",
            "[racewatch] " + absent + ": there is no such file");
  }

  @Test
  void emptyFilesAndCarriageReturns() throws IOException {
    String nothing = file("nothing.std", "");
    String dos = file("dos.std", RACE.replace("\n", "\r\n"));
    assertThat(shell.run("trace", "--json", nothing, dos)).isZero();
    assertThat(shell.out())
        .contains("\"events\":0,\"races\":[],\"deadlocks\":[]")
        .contains("\"variable\":\"y\",\"first\":2,\"second\":4");
  }

  @Test
  void textTellsTheSchedule() {
    assertThat(shell.run("trace", race, deadlock)).isEqualTo(66);
    assertThat(shell.out().lines())
        .containsExactly(
            race + ": 4 events, 2 races, 0 lock cycles",
            "  race on x: line 1 (A writes), and",
            "    line 3 (B reads); nothing orders them",
            "  race on y: line 2 (A reads), and",
            "    line 4 (B writes); nothing orders them",
            deadlock + ": 8 events, 0 races, 1 lock cycle (1 witnessed, 0 possible, 0 ruled-out)",
            "  deadlock witnessed on lines 2, 6",
            "    A holds l (line 1) and wants m (line 2)",
            "    B holds m (line 5) and wants l (line 6)",
            "    why: there is an order of the same events that ends so; it was replayed",
            "    1. A does line 1: acq(l)",
            "    2. B does line 5: acq(m)",
            "    3. A waits at line 2 for m, which B holds",
            "    4. B waits at line 6 for l, which A holds");
  }

  @Test
  void wrongUse() {
    assertThat(shell.run("trace")).isEqualTo(2);
    assertThat(shell.err()).contains("FILE");
    assertThat(shell.run("trace", "--jsn", race)).isEqualTo(2);
    assertThat(shell.run("help", "trace")).isZero();
    assertThat(shell.out()).contains("--json", "Races alone", "65", "66");
  }
}
