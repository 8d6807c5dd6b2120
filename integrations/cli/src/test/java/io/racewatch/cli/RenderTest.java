package io.racewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderTest {
  @TempDir Path output;
  private final Shell shell = new Shell();

  @BeforeEach
  void hereIsNoOptionFile() {
    shell.folder = output;
  }

  private Path run(String session, java.util.List<io.racewatch.format.Entry> entries, int second)
      throws IOException {
    Path file = output.resolve("runs").resolve(session + "-7-abc.rw");
    Runs.write(file, entries);
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
    return file;
  }

  private int run(String command, Object... arguments) {
    java.util.List<String> all = new java.util.ArrayList<>();
    all.add(command);
    all.add("--output");
    all.add(output.toString());
    for (Object each : arguments) {
      all.add(each.toString());
    }
    return shell.run(all.toArray(new String[0]));
  }

  @Test
  void reportRendersTheNewestSessionIntoTheOutputFolder() throws IOException {
    run("old", Runs.racy("before"), 1);
    run("new", Runs.racy("value"), 2);
    assertThat(run("report", "--format", "text,json")).isEqualTo(66);
    assertThat(shell.out()).contains("com.acme.Counter.value").doesNotContain("Counter.before");
    assertThat(shell.err()).contains("wrote " + output.resolve("racewatch.json"));
    assertThat(output.resolve("racewatch.json")).content().contains("com.acme.Counter.value");
  }

  @Test
  void mergeRendersAllSessions() throws IOException {
    run("old", Runs.racy("before"), 1);
    run("new", Runs.clean(), 2);
    assertThat(run("report", "--format", "text")).isZero();
    assertThat(run("merge", "--format", "text")).isEqualTo(66);
    assertThat(shell.out()).contains("com.acme.Counter.before");
  }

  @Test
  void checkWritesNoFilesUnlessAsked() throws IOException {
    run("s", Runs.racy("value"), 1);
    assertThat(run("check")).isEqualTo(66);
    assertThat(output.resolve("racewatch.json")).doesNotExist();
    assertThat(run("check", "--fail-on", "none", "--format", "json")).isZero();
    assertThat(output.resolve("racewatch.json")).exists();
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void anUnreadableFileIsOneLineAndTheOthersAreRendered() throws IOException {
    Path good = run("s", Runs.racy("value"), 1);
    Path bad = Files.writeString(output.resolve("bad.rw"), "not a run");
    Path absent = output.resolve("absent.rw");
    assertThat(run("report", "--format", "text", bad, good, absent)).isEqualTo(65);
    assertThat(shell.out()).contains("com.acme.Counter.value");
    assertThat(shell.err().lines())
        .containsExactlyInAnyOrder(
            "[racewatch] " + bad + ": not a racewatch run file",
            "[racewatch] " + absent + ": there is no such file");
  }

  @Test
  void onlyUnreadableFilesRenderNothing() throws IOException {
    Path bad = Files.writeString(output.resolve("bad.rw"), "");
    assertThat(run("report", bad)).isEqualTo(65);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).hasLineCount(1).startsWith("[racewatch] " + bad + ": ");
    assertThat(output.resolve("racewatch.json")).doesNotExist();
  }

  @Test
  void aBlindRunIsNotClean() throws IOException {
    run("s", Runs.blind(), 1);
    assertThat(run("check")).isEqualTo(70);
    assertThat(shell.out()).containsIgnoringCase("blind");
  }

  @Test
  void noRunAtAllIsNotClean() {
    assertThat(run("check")).isEqualTo(70);
    assertThat(shell.err()).startsWith("[racewatch] no run files in " + output).hasLineCount(1);
  }

  @Test
  void anUnwritableFolderIsOneLine() throws IOException {
    Path file = run("s", Runs.racy("value"), 1);
    Path notFolder = Files.writeString(output.resolve("file"), "");
    assertThat(shell.run("report", "--output", notFolder.toString(), file.toString())).isEqualTo(2);
    assertThat(shell.out()).contains("com.acme.Counter.value");
    assertThat(shell.err()).contains("cannot write the json report").contains("--output");
    assertThat(shell.err()).doesNotContain("\tat ");
  }

  @Test
  void atTheExitOfAJvmTheGateCountsAllTheSame() throws IOException {
    Path file = run("s", Runs.racy("value"), 1);
    Path notFolder = Files.writeString(output.resolve("file"), "");
    String at = "--checks-within";
    assertThat(shell.run("report", at, "9", "--output", notFolder.toString(), file.toString()))
        .isEqualTo(66);
    assertThat(shell.err()).contains("cannot write the json report");
    assertThat(run("report", at, "9", file)).isEqualTo(66);
    assertThat(shell.err()).isEmpty();
    assertThat(run("report", at, "9", "--exitcode", "5", file)).isEqualTo(66);
    assertThat(run("report", "--exitcode", "5", file)).isEqualTo(5);
    assertThat(run("check", "--exitcode", "5", "--fail-on", "none", file)).isZero();
  }

  @Test
  void unknownFormatsAreWrongUse() throws IOException {
    run("s", Runs.clean(), 1);
    assertThat(run("report", "--format", "jsno")).isEqualTo(2);
    assertThat(shell.err()).contains("the nearest is 'json'");
  }

  @Test
  void aBaselineMakesFindingsKnown() throws IOException {
    run("s", Runs.racy("value"), 1);
    Path baseline = output.resolve("known.json");
    assertThat(run("baseline", "--baseline", baseline)).isZero();
    assertThat(shell.err()).contains("wrote 1 known finding(s) to " + baseline);
    assertThat(run("check", "--baseline", baseline)).isZero();
    run("s", Runs.racy("other"), 1);
    assertThat(run("check", "--baseline", baseline)).isEqualTo(66);
    assertThat(run("baseline", "--baseline", baseline)).isZero();
    assertThat(baseline).content().contains("Counter.other").doesNotContain("Counter.value");
  }

  @Test
  void aWrongBaselineOrSuppressionIsSaid() throws IOException {
    run("s", Runs.clean(), 1);
    Path wrong = Files.writeString(output.resolve("wrong"), "race:x");
    assertThat(run("check", "--suppressions", wrong)).isEqualTo(65);
    assertThat(shell.err()).contains("wrong:1: 'race:x' has no reason");
    assertThat(run("check", "--baseline", wrong)).isEqualTo(65);
    assertThat(run("check", "--baseline", output.resolve("absent.json"))).isEqualTo(65);
    assertThat(shell.err()).hasLineCount(1).contains("absent.json: there is no such file");
  }

  @Test
  void suppressionsCount() throws IOException {
    run("s", Runs.racy("value"), 1);
    Path file = Files.writeString(output.resolve("s.txt"), "race:com.acme.* -- on purpose");
    assertThat(run("check", "--suppressions", file)).isZero();
  }

  @Test
  void explainFindsByTheFirstCharacters() throws IOException {
    run("s", Runs.racy("value"), 1);
    run("report", "--format", "json");
    String json = Files.readString(output.resolve("racewatch.json"));
    String print = json.replaceAll("(?s).*\"fingerprint\"\\s*:\\s*\"(\\w{64})\".*", "$1");
    assertThat(run("explain", print.substring(0, 8))).isZero();
    assertThat(shell.out()).contains("com.acme.Counter.value", "Counter.java:11");
    assertThat(shell.err()).contains("[racewatch] reading ", ".rw");
    assertThat(run("explain", "ffffffff")).isEqualTo(2);
    assertThat(shell.err()).contains("no finding has the fingerprint 'ffffffff'");
  }
}
