package io.racewatch.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {
  @TempDir Path folder;

  /** Appends and says so, for ever or until it halts. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) {
      RunLog log = RunLog.open(args[0], "child", 0);
      int count = Integer.parseInt(args[1]);
      for (int i = 1; i <= count; i++) {
        log.append(new Entry.RaceSeen(i, i));
        if (i % 100 == 0) {
          System.out.println(i);
        }
      }
      Runtime.getRuntime().halt(3);
    }
  }

  private Process start(String count) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            folder.toString(),
            count)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private List<Entry> entries() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
      return Logs.read(files.findFirst().orElseThrow(), new byte[0]);
    }
  }

  @Test
  void whatWasAppendedSurvivesKill() throws Exception {
    Process child = start(String.valueOf(Integer.MAX_VALUE));
    int acknowledged = 0;
    try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
      String line = out.readLine();
      while (acknowledged < 100_000) {
        acknowledged = Integer.parseInt(line);
        line = out.readLine();
      }
      // Not Process.destroyForcibly, which also closes the stream.
      child.toHandle().destroyForcibly();
      child.waitFor();
      for (; line != null && !line.isEmpty(); line = out.readLine()) {
        acknowledged = Math.max(acknowledged, Integer.parseInt(line));
      }
    }
    assertThat(child.exitValue()).as("killed by signal 9").isEqualTo(128 + 9);
    List<Entry> entries = entries();
    assertThat(entries.size()).isGreaterThanOrEqualTo(acknowledged);
    for (int i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i)).isEqualTo(new Entry.RaceSeen(i + 1, i + 1));
    }
  }

  @Test
  void whatWasAppendedSurvivesHalt() throws Exception {
    Process child = start("1234");
    child.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(child.waitFor()).isEqualTo(3);
    assertThat(entries()).hasSize(1234);
  }
}
