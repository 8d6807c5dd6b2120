package io.racewatch.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  @TempDir Path folder;

  private static List<Entry> all(RunFile file) throws IOException {
    try (file) {
      List<Entry> entries = new ArrayList<>();
      for (Entry e = file.next(); e != null; e = file.next()) {
        entries.add(e);
      }
      assertThat(file.tornAt()).isEqualTo(-1);
      return entries;
    }
  }

  @Test
  void aFileAndWhatCouldNotBeWrittenAreOne() throws IOException {
    List<Entry> entries = new RandomEntries(5).everyType(3);
    byte[] bytes = RunBytes.write(entries);
    Path path = folder.resolve("a.rw");
    for (int split = 0; split <= bytes.length; split += 97) {
      Files.write(path, Arrays.copyOf(bytes, split));
      RunFile file = RunFile.open(path, Arrays.copyOfRange(bytes, split, bytes.length));
      assertThat(all(file)).usingRecursiveComparison().isEqualTo(entries);
    }
    assertThat(all(RunFile.open(null, bytes))).hasSize(entries.size());
    Files.write(path, bytes);
    assertThat(all(RunFile.open(path))).hasSize(entries.size());
  }

  @Test
  void namesTellSessionAndProcess() {
    assertThat(RunName.parse("nightly-build-7-4711-a1b2.rw"))
        .isEqualTo(new RunName("nightly-build-7", 4711, "a1b2"));
    assertThat(new RunName("s", 1, "r").file()).isEqualTo("s-1-r.rw");
    for (String other :
        new String[] {"", ".rw", "a.rw", "a-b.rw", "a-1-.rw", "-1-a.rw", "a-x-b.rw", "a-1-b"}) {
      assertThat(RunName.parse(other)).as(other).isNull();
    }
  }
}
