package io.racewatch.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoSpaceTest {
  private static final int COUNT = 3000;

  @TempDir Path folder;

  @Test
  void aFileInPlaceOfTheFolderMeansTheTemporaryOne() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    List<RunLog> opened = new ArrayList<>();
    List<String> lines =
        Logs.linesDuring(() -> opened.add(RunLog.open(file.toString(), "s", 1000)));

    RunLog log = opened.get(0);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .startsWith("[racewatch] cannot write run files into " + file)
        .contains("is not a folder")
        .endsWith("; using " + log.folder());
    log.append(new Entry.Canary(true));
    log.end("normal", 1);
    assertThat(Logs.read(log)).hasSize(2);
    delete(log);
  }

  /** The temporary folder of a log that is not in this test's own. */
  private static void delete(RunLog log) throws IOException {
    Files.delete(Path.of(log.file()));
    Files.delete(Path.of(log.file()).getParent());
    Files.delete(Path.of(log.folder()));
  }

  @Test
  void aLinkInPlaceOfTheRunsIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path output = Files.createDirectory(folder.resolve("output"));
    Files.createSymbolicLink(output.resolve("runs"), elsewhere);
    List<String> lines =
        Logs.linesDuring(
            () -> {
              RunLog log = RunLog.open(output.toString(), "s", 1000);
              assertThat(log.file()).doesNotContain("elsewhere");
              log.end("normal", 1);
              delete(log);
            });
    assertThat(lines).hasSize(1);
    assertThat(elsewhere).isEmptyDirectory();
  }

  /** Opens a log where neither folder can be written. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      RunLog log = RunLog.open(args[0], "child", 1000);
      log.append(new Entry.Note("kept"));
      log.end("normal", 1);
      System.out.println(log.file() + " " + log.folder() + " " + Logs.read(log));
    }
  }

  @Test
  void withoutAnyFolderFindingsAreKeptInMemory() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + file,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                file.toString())
            .start();
    String out = new String(child.getInputStream().readAllBytes());
    List<String> err = new String(child.getErrorStream().readAllBytes()).lines().toList();
    assertThat(out.trim()).isEqualTo("null null [Note[text=kept], End[how=normal, millis=1]]");
    assertThat(err).filteredOn(l -> l.startsWith("[racewatch]")).hasSize(1);
    assertThat(err).anyMatch(l -> l.endsWith("findings are kept in memory only"));
  }

  @Test
  void aFullDiskKeepsTheRestInMemory() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    mount.getInputStream().readAllBytes();
    Assumptions.assumeTrue(mount.waitFor() == 0, "this user may not mount a small file system");
    try {
      FileStore store = Files.getFileStore(disk);
      List<String> lines =
          Logs.linesDuring(
              () -> {
                RunLog log = RunLog.open(disk.toString(), "s", 1L << 30);
                fillUp(log);
                // What could not be used was given back to the program.
                assertThat(store.getUsableSpace()).isGreaterThan(1 << 20);
                endAndCheck(log);
              });
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0)).contains("No space left on device", "kept in memory");
    } finally {
      assertThat(new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor()).isZero();
    }
  }

  @Test
  void aSourceThatFailsKeepsTheRestInMemory() throws Exception {
    ChunkSource broken =
        new ChunkSource() {
          @Override
          public ByteBuffer next() throws IOException {
            throw new IOException("broken");
          }

          @Override
          public void finish(long length) {}
        };
    FileChunks one = FileChunks.create(folder, "s");
    RunLog log = new RunLog(broken, one.next(), folder.toString(), one.path().toString(), 1 << 30);
    List<String> lines =
        Logs.linesDuring(
            () -> {
              fillUp(log);
              endAndCheck(log);
            });
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).contains("(broken)");
  }

  /** Appends 3 MiB where only 1 MiB fits, then more than memory may hold. */
  private static void fillUp(RunLog log) throws Exception {
    EdgeBuffer edges = log.edges(site -> null);
    for (int i = 0; i < COUNT; i++) {
      log.append(new Entry.Note(i + "x".repeat(1000)));
    }
    edges.add(1, 1, 2, 1, 1, EdgeKind.LOCK, "lock", 0);
    edges.flush();
    edges.add(1, 1, 2, 1, 1, EdgeKind.LOCK, "lock", 0);
    log.append(new Entry.Canary(true));
    assertThat(log.rest().length).isBetween(1 << 20, 3 << 20);
    assertThat(log.lostCount()).isZero();
    for (int i = 0; i < COUNT; i++) {
      log.append(new Entry.Note("y".repeat(1000)));
    }
    assertThat(log.rest().length).isLessThanOrEqualTo(Chunks.MAX_MEMORY);
    assertThat(log.lostCount()).isPositive();
  }

  private static void endAndCheck(RunLog log) throws Exception {
    log.end("normal", 1);
    List<Entry> entries = Logs.read(log);
    for (int i = 0; i < COUNT; i++) {
      assertThat(((Entry.Note) entries.get(i)).text()).startsWith(i + "x");
    }
    assertThat(((Entry.Note) entries.get(COUNT)).text())
        .contains("synchronisation was recorded up to", "no space");
    assertThat(entries.get(COUNT + 1))
        .isEqualTo(new Entry.Meta(Entry.EDGES_CUT, "no space on the disk"));
    assertThat(entries.get(COUNT + 2)).isEqualTo(new Entry.Canary(true));
  }
}
