package io.racewatch.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  @Test
  void everyTypeComesBackAsItWasWritten() throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      List<Entry> entries = new RandomEntries(seed).everyType(20);

      RunBytes.Read read = RunBytes.read(RunBytes.write(entries));

      assertThat(read.entries()).usingRecursiveComparison().isEqualTo(entries);
      assertThat(read.tornAt()).as(read.tornWhy()).isEqualTo(-1);
    }
  }

  @Test
  void everyTypeOfEntryIsTried() {
    assertThat(new RandomEntries(1).everyType(1))
        .extracting(e -> (Object) e.getClass())
        .containsExactlyInAnyOrder((Object[]) Entry.class.getPermittedSubclasses());
  }

  @Test
  void batchesOfEdgesComeBackOneByOne() throws IOException {
    Random random = new Random(7);
    Entry.Place place = new Entry.Place("C", "m", "C.java", 3);
    int count = 512;
    int[] edges = new int[count * EdgeBatch.STRIDE];
    String[] what = new String[count];
    List<Entry> expected = new ArrayList<>();
    int clock = 1;
    long acquires = (1L << 32) - 100;
    for (int i = 0; i < count; i++) {
      clock += random.nextInt(2);
      acquires += random.nextInt(3);
      int from = i % 50 == 0 ? random.nextInt() : random.nextInt(4);
      int kind = random.nextInt(EdgeKind.count());
      int site = random.nextInt(3);
      what[i] = random.nextInt(3) == 0 ? null : "java.lang.Object";
      EdgeBatch.set(edges, i, from, clock * 3, 5, clock, acquires, kind, site);
      expected.add(
          new Entry.Edge(
              from,
              clock * 3,
              new Entry.Moment(5, clock, acquires),
              EdgeKind.name(kind),
              what[i] == null ? "" : what[i],
              site == 0 ? null : place));
    }
    EntryWriter writer = new EntryWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Layout.header());
    writer.writeEdges(edges, what, 0, 100, site -> place);
    out.write(writer.bytes(), 0, writer.length());
    writer.writeEdges(edges, what, 100, count, site -> place);
    out.write(writer.bytes(), 0, writer.length());

    assertThat(RunBytes.read(out.toByteArray()).entries()).isEqualTo(expected);
    assertThat(out.size()).as("bytes for 512 edges").isLessThan(512 * 10);
  }

  @Test
  void namesAndPlacesAreWrittenOnce() {
    String name = "com.acme.AVeryLongClassNameThatWouldBeRepeated";
    Entry.Place[] stack = {new Entry.Place(name, "method", "File.java", 17)};
    EntryWriter writer = new EntryWriter();
    writer.write(new Entry.ThreadSeen(1, name, 1, false, 0, stack));
    int first = writer.length();
    writer.write(new Entry.ThreadSeen(2, name, 2, false, 1, stack));

    assertThat(first).isGreaterThan(name.length());
    assertThat(writer.length()).isEqualTo(Layout.FRAME + 7);
  }

  @Test
  void moreNamesThanAreNumberedStartAfresh() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < Layout.MAX_NUMBERED * 5 / 2; i++) {
      entries.add(new Entry.Lock(i, "lock" + i, "common", null));
    }
    assertThat(RunBytes.read(RunBytes.write(entries)).entries()).isEqualTo(entries);
  }

  @Test
  void tooLongEntriesAreCutNotLost() throws IOException {
    Entry.Place[] deep = new Entry.Place[10_000];
    for (int i = 0; i < deep.length; i++) {
      deep[i] = new Entry.Place("com.acme.Class" + i + "x".repeat(500), "m" + i, "F", i);
    }
    List<Entry> entries =
        List.of(
            new Entry.Note("n".repeat(1_000_000)),
            new Entry.ThreadSeen(1, "t", 1, false, 0, deep),
            new Entry.Lock(1, "after", "C", "C#1"));

    List<Entry> read = RunBytes.read(RunBytes.write(entries)).entries();

    assertThat(((Entry.Note) read.get(0)).text()).hasSize(Layout.MAX_TEXT);
    Entry.Place[] cut = ((Entry.ThreadSeen) read.get(1)).started();
    assertThat(cut).hasSize(16);
    assertThat(cut[3].method()).isEqualTo("m3");
    assertThat(read.get(2)).isEqualTo(entries.get(2));
  }

  @Test
  void anEntryThatFailsDoesNotSpoilTheNext() throws IOException {
    EntryWriter writer = new EntryWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Layout.header());
    Entry.Lock lock = new Entry.Lock(1, "name", "C", "C#1");
    Entry.Blocked blocked = new Entry.Blocked(1, "name", null, null, 0, "C", null);
    assertThatThrownBy(
            () -> writer.write(new Entry.Deadlock(1, new Entry.Blocked[] {blocked, null})))
        .isInstanceOf(NullPointerException.class);
    writer.write(lock);
    out.write(writer.bytes(), 0, writer.length());
    writer.write(new Entry.Lock(2, "never appended", "C", "C#2"));
    writer.forget();
    writer.write(lock);
    out.write(writer.bytes(), 0, writer.length());

    assertThat(RunBytes.read(out.toByteArray()).entries()).isEqualTo(Arrays.asList(lock, lock));
  }

  @Test
  void kindsHaveNamesBothWays() {
    for (int kind = 0; kind < EdgeKind.count(); kind++) {
      assertThat(EdgeKind.of(EdgeKind.name(kind))).isEqualTo(kind);
    }
    assertThat(EdgeKind.count()).isLessThanOrEqualTo(16);
    assertThat(EdgeKind.name(99)).isEqualTo("other");
    assertThat(EdgeKind.of("unheard of")).isEqualTo(EdgeKind.OTHER);
  }
}
