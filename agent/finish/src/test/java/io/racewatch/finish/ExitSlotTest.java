package io.racewatch.finish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads, locks and files must still work that late; so this is tried in JVMs that really end. */
class ExitSlotTest {
  @TempDir Path output;

  private int end(String how, Path runFile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports=java.base/jdk.internal.access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ExitSlot.class.getName(),
                runFile.toString(),
                output.toString(),
                how)
            .redirectError(output.resolve("stderr").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"return", "exit", "throw"})
  void rendersAndSetsTheExitCode(String how) throws Exception {
    Path file = Runs.write(output.resolve("runs/s-1-a.rw"), Runs.racy("value"));
    assertThat(end(how, file)).isEqualTo(66);
    assertThat(output.resolve("stderr")).content().contains("com.acme.Counter.value");
    assertThat(output.resolve("racewatch.json")).content().contains("com.acme.Counter.value");
    assertThat(output.resolve("racewatch.html")).exists();
  }

  @ParameterizedTest
  @CsvSource({"return,0", "exit,3", "throw,1"})
  void aCleanRunKeepsTheProgramsCode(String how, int code) throws Exception {
    Path file = Runs.write(output.resolve("runs/s-1-a.rw"), Runs.clean());
    assertThat(end(how, file)).isEqualTo(code);
  }

  @Test
  void jvmsThatEndAtOnceLeaveOneWholeReport() throws Exception {
    List<Path> files =
        List.of(
            Runs.write(output.resolve("runs/s-1-a.rw"), Runs.racy("one")),
            Runs.write(output.resolve("runs/s-2-a.rw"), Runs.racy("two")));
    List<Thread> threads = files.stream().map(file -> new Thread(() -> endQuietly(file))).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(output.resolve("racewatch.json"))
        .content()
        .contains("com.acme.Counter.one", "com.acme.Counter.two");
    try (var left = Files.list(output)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("runs", "stderr", ".lock", "racewatch.json", "racewatch.html");
    }
  }

  private void endQuietly(Path file) {
    try {
      end("return", file);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
