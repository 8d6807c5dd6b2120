package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
  @TempDir Path output;

  private Path file(String name, long time) throws IOException {
    Path runs = Files.createDirectories(output.resolve("runs"));
    Path file = Files.writeString(runs.resolve(name), "");
    Files.setLastModifiedTime(file, FileTime.fromMillis(time));
    return file;
  }

  @Test
  void aFolderMeansItsNewestSession() throws IOException {
    Path old = file("a-1-x.rw", 1_000);
    Path parent = file("b-2-x.rw", 2_000);
    Path child = file("b-3-y.rw", 3_000);
    file("notes.txt", 9_000);
    assertThat(RunFiles.find(List.of(output))).containsExactly(parent, child);
    assertThat(RunFiles.find(List.of(output.resolve("runs")))).containsExactly(parent, child);
    assertThat(RunFiles.find(List.of(old, output))).containsExactly(old, parent, child);
    assertThat(RunFiles.ofSession(output, "a")).containsExactly(old);
    assertThat(RunFiles.ofSession(output, "c")).isEmpty();
  }

  @Test
  void aFolderWithoutRunFilesIsAnError() {
    assertThatThrownBy(() -> RunFiles.find(List.of(output)))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> RunFiles.find(List.of(output.resolve("gone"))))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void tenOlderSessionsAreKept() throws IOException {
    for (int i = 10; i < 25; i++) {
      file("s" + i + "-1-x.rw", i * 1_000L);
    }
    file("s10-2-y.rw", 10_000);
    assertThat(RunFiles.prune(output, "s10")).isEqualTo(4);
    assertThat(RunFiles.sessions(output))
        .extracting(RunFiles.Session::name)
        .containsExactly(
            "s24", "s23", "s22", "s21", "s20", "s19", "s18", "s17", "s16", "s15", "s10");
    assertThat(RunFiles.prune(output, "s10")).isZero();
  }
}
