package io.racewatch.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.engine.RunSource;
import io.racewatch.format.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishTest {
  private static final String VALUE = "com.acme.Counter.value";

  @TempDir Path output;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> options = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void twoFormats() {
    options.put("formats", "text,json");
  }

  private Path run(String name, List<Entry> entries) throws IOException {
    return Runs.write(output.resolve("runs").resolve(name + ".rw"), entries);
  }

  private int finish(Path runFile) {
    return finish(RunSource.of(runFile), output);
  }

  private int finish(RunSource run, Path folder) {
    err.reset();
    return Finish.run(run, folder, options, new Log(err), environment);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void rendersAndLeavesTheExitCodeAlone() throws IOException {
    assertThat(finish(run("s-1-a", Runs.racy("value")))).isEqualTo(Finish.PROGRAMS_OWN);
    assertThat(err()).contains(VALUE, "com.acme.Counter.add(Counter.java:11)");
    assertThat(output.resolve("racewatch.json")).content().contains(VALUE);
  }

  @Test
  void quotesSourceLines() throws IOException {
    Path file = output.resolve("src/com/acme/Counter.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "\n".repeat(10) + "  value = 1; // here\n");
    options.put("app-classpath", output.resolve("src").toString());
    finish(run("s-1-a", Runs.racy("value")));
    assertThat(err()).contains("value = 1; // here");
  }

  @Test
  void aCleanRunIsOneLine() throws IOException {
    options.put("exitcode", "66");
    assertThat(finish(run("s-1-a", Runs.clean()))).isEqualTo(Finish.PROGRAMS_OWN);
    assertThat(err()).hasLineCount(1).startsWith("[racewatch] ");
  }

  @Test
  void theGateGivesItsCode() throws IOException {
    options.put("exitcode", "5");
    assertThat(finish(run("s-1-a", Runs.racy("value")))).isEqualTo(5);
    options.put("fail-on", "none");
    assertThat(finish(run("s-1-a", Runs.racy("value")))).isEqualTo(Finish.PROGRAMS_OWN);
  }

  @Test
  void aBlindRunIs70OnlyWithAnExitCode() throws IOException {
    assertThat(finish(run("s-1-a", Runs.blind()))).isEqualTo(Finish.PROGRAMS_OWN);
    assertThat(err()).containsIgnoringCase("blind");
    options.put("exitcode", "5");
    assertThat(finish(run("s-1-a", Runs.blind()))).isEqualTo(70);
  }

  @Test
  void theSessionIsInTheFilesAndTheOwnRunInTheText() throws IOException {
    options.put("exitcode", "66");
    run("s-2-b", Runs.racy("ofChild"));
    assertThat(finish(run("s-1-a", Runs.clean()))).isEqualTo(66);
    assertThat(err()).doesNotContain("ofChild").hasLineCount(1);
    assertThat(output.resolve("racewatch.json")).content().contains("com.acme.Counter.ofChild");
  }

  @Test
  void theGateOfAChildLooksAtTheChildAlone() throws IOException {
    options.put("exitcode", "66");
    environment.put("RACEWATCH_SESSION", "s");
    run("s-2-b", Runs.racy("ofSibling"));
    assertThat(finish(run("s-1-a", Runs.clean()))).isEqualTo(Finish.PROGRAMS_OWN);
    assertThat(finish(run("s-3-a", Runs.racy("own")))).isEqualTo(66);
  }

  @Test
  void otherSessionsStayOutAndTenAreKept() throws IOException {
    for (int i = 0; i < 12; i++) {
      run("old" + i + "-999999999999-a", Runs.racy("ofOlder"));
    }
    finish(run("s-1-a", Runs.racy("value")));
    assertThat(output.resolve("racewatch.json")).content().doesNotContain("ofOlder");
    try (var files = Files.list(output.resolve("runs"))) {
      assertThat(files).hasSize(11);
    }
  }

  @Test
  void anUnwritableFolderSendsTheFilesElsewhere() throws IOException {
    Path file = run("s-1-a", Runs.racy("value"));
    Path notFolder = Files.writeString(output.resolve("file"), "");
    options.put("exitcode", "66");
    assertThat(finish(RunSource.of(file), notFolder)).isEqualTo(66);
    assertThat(err()).contains(VALUE);
    String line = err().lines().filter(l -> l.contains("; it is at ")).findFirst().orElseThrow();
    Path json = Path.of(line.substring(line.indexOf("it is at ") + "it is at ".length()));
    assertThat(json).content().contains(VALUE);
    Files.delete(json);
    Files.delete(json.getParent());
  }

  @Test
  void withoutAnyFolderEverythingIsOnStderr() {
    options.put("exitcode", "66");
    RunSource inMemory = new RunSource(null, Runs.bytes(Runs.racy("value")));
    assertThat(finish(inMemory, null)).isEqualTo(66);
    assertThat(err()).contains("com.acme.Counter.add(Counter.java:11)", "racewatch-report/1");
  }

  @Test
  void whatCouldNotBeWrittenCounts() throws IOException {
    byte[] whole = Runs.bytes(Runs.racy("value"));
    Path file = output.resolve("runs").resolve("s-1-a.rw");
    Files.createDirectories(file.getParent());
    int half = Runs.bytes(Runs.clean()).length / 2;
    Files.write(file, java.util.Arrays.copyOf(whole, half));
    byte[] rest = java.util.Arrays.copyOfRange(whole, half, whole.length);
    finish(new RunSource(file, rest), output);
    assertThat(output.resolve("racewatch.json")).content().contains(VALUE, "\"normal\"");
  }

  @Test
  void unreadableSuppressionsAreOneLineAndNothingIsLost() throws IOException {
    options.put("suppressions", output.resolve("absent").toString());
    options.put("baseline", Files.writeString(output.resolve("b.json"), "{").toString());
    options.put("exitcode", "66");
    assertThat(finish(run("s-1-a", Runs.racy("value")))).isEqualTo(66);
    assertThat(err().lines().filter(l -> l.contains("absent: there is no such file"))).hasSize(1);
    assertThat(err().lines().filter(l -> l.contains("b.json: "))).hasSize(1);
    assertThat(err()).contains(VALUE);
  }

  @Test
  void anUnreadableRunFileIsOneLine() throws IOException {
    Path file = output.resolve("runs").resolve("s-1-a.rw");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "nonsense");
    options.put("exitcode", "66");
    assertThat(finish(file)).isEqualTo(70);
    assertThat(err()).contains(file + ": not a racewatch run file");
  }

  @Test
  void pastTheBudgetPicturesAreLeftOut() throws IOException {
    options.put("formats", "html,text,json");
    options.put("exit-budget", "0");
    Path file = run("s-1-a", Runs.racy("value"));
    finish(file);
    assertThat(output.resolve("racewatch.json")).exists();
    assertThat(output.resolve("racewatch.html")).doesNotExist();
    assertThat(err())
        .contains("exit-budget of 0 s is over; left out: html; java -jar racewatch.jar report")
        .contains("--format html --output " + output + " " + file);
  }

  @Test
  void aFolderLockedByAnotherJvmIsWaitedForNoLongerThanTheBudget() throws IOException {
    options.put("exit-budget", "1ms");
    Path file = run("s-1-a", Runs.racy("value"));
    try (FileChannel other =
        FileChannel.open(
            output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      finish(file);
    }
    assertThat(err()).contains(VALUE, "another JVM is rendering", "report " + file);
    assertThat(output.resolve("racewatch.json")).doesNotExist();
  }

  @Test
  void anUnknownFormatIsOneLine() throws IOException {
    options.put("formats", "text,json,hologram");
    finish(run("s-1-a", Runs.clean()));
    assertThat(err()).contains("there is no report format 'hologram' in this version");
    assertThat(output.resolve("racewatch.json")).exists();
  }
}
