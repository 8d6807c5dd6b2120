package io.racewatch.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  /** Above every system's largest process id. */
  private static final long DEAD = 1L << 40;

  @TempDir Path output;
  private Path runs;

  @BeforeEach
  void makeFolder() throws IOException {
    runs = Files.createDirectory(output.resolve("runs"));
  }

  private Path run(String session, long pid, String random, long second) throws IOException {
    Path file = Files.createFile(runs.resolve(session + "-" + pid + "-" + random + ".rw"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    return file;
  }

  @Test
  void filesOfOneSessionAreTogetherAndTheNewestComesFirst() throws IOException {
    Path parent = run("s-1", DEAD, "a", 100);
    Path child = run("s-1", DEAD + 1, "b", 300);
    Path other = run("s-2", DEAD, "c", 200);
    Files.createFile(runs.resolve("notes.txt"));

    assertThat(Sessions.in(output)).extracting(Session::id).containsExactly("s-1", "s-2");
    assertThat(Sessions.in(output).get(0).files()).containsExactly(parent, child);
    assertThat(Sessions.in(runs)).isEqualTo(Sessions.in(output));
    assertThat(Sessions.of(parent).files()).containsExactly(parent, child);
    assertThat(Sessions.of(other).files()).containsExactly(other);
  }

  @Test
  void aMissingFolderHasNoSessions() throws IOException {
    assertThat(Sessions.in(output.resolve("absent"))).isEmpty();
  }

  @Test
  void tenOlderSessionsAreKept() throws IOException {
    for (int i = 0; i < 13; i++) {
      run("s" + i, DEAD, "a", 100 + i);
    }
    Sessions.prune(output, "s0");
    assertThat(Sessions.in(output)).hasSize(11).extracting(Session::id).contains("s0", "s3", "s12");
    assertThat(Sessions.in(output)).extracting(Session::id).doesNotContain("s1", "s2");
  }

  @Test
  void sessionsOfRunningJvmsStay() throws IOException {
    run("alive", ProcessHandle.current().pid(), "a", 1);
    for (int i = 0; i < 11; i++) {
      run("s" + i, DEAD, "a", 100 + i);
    }
    Sessions.prune(output, "current");
    assertThat(Sessions.in(output)).extracting(Session::id).contains("alive", "s10", "s1");
    assertThat(Sessions.in(output)).hasSize(11);
  }
}
