package io.racewatch.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private final List<Entry> entries = new RandomEntries(3).everyType(1);
  private final byte[] bytes = RunBytes.write(entries);

  @Test
  void cutAtEveryByteKeepsWhatIsWhole() throws IOException {
    int kept = 0;
    for (int length = Layout.HEADER; length < bytes.length; length++) {
      RunBytes.Read read = RunBytes.read(Arrays.copyOf(bytes, length));
      int count = read.entries().size();
      assertThat(count).isBetween(kept, kept + 1);
      if (count > kept) {
        kept = count;
        assertThat(read.entries()).usingRecursiveComparison().isEqualTo(entries.subList(0, count));
      }
      if (read.tornAt() >= 0) {
        assertThat(read.tornAt()).isLessThan(length);
        assertThat(read.tornWhy()).contains("byte " + read.tornAt());
      } else {
        assertThat(RunBytes.write(entries.subList(0, count))).hasSize(length);
      }
    }
    assertThat(kept).isEqualTo(entries.size() - 1);
  }

  @Test
  void zerosAtTheEndAreNoDamage() throws IOException {
    for (int more : new int[] {1, 3, 4, 8, 9, 10, 20_000}) {
      RunBytes.Read read = RunBytes.read(Arrays.copyOf(bytes, bytes.length + more));
      assertThat(read.entries()).hasSize(entries.size());
      assertThat(read.tornAt()).isEqualTo(-1);
    }
  }

  @Test
  void anEntryHalfWrittenIntoZerosIsRecognised() throws IOException {
    int last = RunBytes.write(entries.subList(0, entries.size() - 1)).length;
    for (int written = last + 1; written < bytes.length; written++) {
      RunBytes.Read read = RunBytes.read(Arrays.copyOf(Arrays.copyOf(bytes, written), 9000));
      if (allZero(written)) {
        continue;
      }
      assertThat(read.entries()).hasSize(entries.size() - 1);
      assertThat(read.tornAt()).isEqualTo(last);
    }
  }

  /** The last bytes of an entry may be zeros themselves: then it was whole. */
  private boolean allZero(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aHoleIsReported() throws IOException {
    byte[] holed = Arrays.copyOf(bytes, bytes.length + 30_000);
    holed[holed.length - 5] = 1;
    RunBytes.Read read = RunBytes.read(holed);
    assertThat(read.entries()).hasSize(entries.size());
    assertThat(read.tornAt()).isEqualTo(bytes.length);
  }

  @Test
  void aFlippedBitEndsReadingAtItsEntry() throws IOException {
    for (int bit = Layout.HEADER * 8; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      RunBytes.Read read = RunBytes.read(flipped);
      assertThat(read.tornAt()).isBetween((long) Layout.HEADER, (long) bit / 8);
      assertThat(read.entries().size()).isLessThan(entries.size());
    }
  }

  @Test
  void nonsenseWithRightChecksumsIsSurvived() {
    Random random = new Random(11);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int round = 0; round < 20_000; round++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(Layout.header());
            for (int i = 0; i < 4; i++) {
              byte[] payload = new byte[random.nextInt(60)];
              random.nextBytes(payload);
              for (int k = 0; k < payload.length; k++) {
                payload[k] = random.nextBoolean() ? (byte) random.nextInt(4) : payload[k];
              }
              frame(out, random.nextInt(20), payload);
            }
            RunBytes.read(out.toByteArray());
          }
        });
  }

  @Test
  void hugeCountsTakeNoMemory() throws IOException {
    // A stack of 2^31 - 1 frames in an entry of 11 bytes.
    byte[] payload = {1, 0, 1, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 0};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Layout.header());
    frame(out, Layout.THREAD, payload);
    RunBytes.Read read = RunBytes.read(out.toByteArray());
    assertThat(read.entries()).isEmpty();
    assertThat(read.tornWhy()).contains("list is longer");

    byte[] huge = Arrays.copyOf(Layout.header(), Layout.HEADER + 20);
    Layout.putInt(huge, Layout.HEADER, Integer.MAX_VALUE);
    assertThat(RunBytes.read(huge).tornWhy()).contains("impossible length");
  }

  private static void frame(ByteArrayOutputStream out, int type, byte[] payload) {
    byte[] head = new byte[Layout.FRAME];
    Layout.putInt(head, 0, payload.length + 1);
    head[4] = (byte) type;
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(payload);
    Layout.putInt(head, 5, (int) crc.getValue());
    out.writeBytes(head);
    out.writeBytes(payload);
  }

  @Test
  void otherFilesAreRefusedInWords(@TempDir Path folder) throws IOException {
    refused(new byte[0], "empty");
    refused(new byte[1000], "empty");
    refused("PK\3\4 some jar or other".getBytes(), "not a racewatch run file");
    refused(Arrays.copyOf(bytes, 7), "not a racewatch run file");
    refused(Arrays.copyOf(bytes, 12), "cut off");
    byte[] newer = bytes.clone();
    newer[8] = 4;
    refused(newer, "version 4; this racewatch reads up to version 3");

    Path file = folder.resolve("x.rw");
    Files.write(file, newer);
    assertThatThrownBy(() -> RunFile.open(file)).isInstanceOf(FormatException.class);
  }

  private static void refused(byte[] content, String why) {
    assertThatThrownBy(() -> RunBytes.read(content))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(why);
  }
}
