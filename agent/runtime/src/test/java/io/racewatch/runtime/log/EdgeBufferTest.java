package io.racewatch.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;
import io.racewatch.format.PlaceSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeBufferTest {
  private static final PlaceSource PLACES = site -> new Entry.Place("C", "m", "C.java", site);

  @TempDir Path folder;

  private RunLog open(long limit) {
    return RunLog.open(folder.toString(), "s", limit);
  }

  private static Entry.Edge edge(int i) {
    Entry.Moment to = new Entry.Moment(2, i, i + 1L);
    Entry.Place at = new Entry.Place("C", "m", "C.java", i % 5 + 1);
    return new Entry.Edge(i % 7, i, to, EdgeKind.name(i % 12), "java.lang.Object", at);
  }

  private static void add(EdgeBuffer buffer, int i) {
    buffer.add(i % 7, i, 2, i, i + 1L, i % 12, LOCK, i % 5 + 1);
  }

  private static final Object LOCK = new Object();

  @Test
  void fullBatchesAreWrittenByThemselvesAndTheRestByFlush() throws Exception {
    RunLog log = open(1 << 20);
    EdgeBuffer buffer = log.edges(PLACES);
    List<Entry> expected = new ArrayList<>();
    for (int i = 0; i < 3 * EdgeBuffer.BATCH + 100; i++) {
      add(buffer, i);
      expected.add(edge(i));
    }
    assertThat(Logs.read(log)).hasSize(3 * EdgeBuffer.BATCH);
    buffer.flush();
    buffer.flush();
    assertThat(Logs.read(log)).isEqualTo(expected);
    log.end("normal", 1);
  }

  @Test
  void namesAreTheStringOrTheClass() throws Exception {
    RunLog log = open(1 << 20);
    EdgeBuffer buffer = log.edges(PLACES);
    buffer.add(1, 1, 2, 1, 1, EdgeKind.VOLATILE, "com.acme.C.flag", 0);
    buffer.add(1, 2, 2, 2, 2, EdgeKind.LATCH, new AtomicBoolean(), 0);
    buffer.add(1, 3, 2, 3, 3, EdgeKind.START, null, 0);
    buffer.flush();
    log.end("normal", 1);
    assertThat(Logs.only(Entry.Edge.class, Logs.read(log)))
        .extracting(Entry.Edge::what)
        .containsExactly("com.acme.C.flag", AtomicBoolean.class.getName(), "");
  }

  @Test
  void anotherThreadMayFlushWhileTheOwnerAdds() throws Exception {
    RunLog log = open(1L << 30);
    EdgeBuffer buffer = log.edges(PLACES);
    AtomicBoolean done = new AtomicBoolean();
    Thread flusher =
        new Thread(
            () -> {
              while (!done.get()) {
                buffer.flush();
              }
            });
    flusher.start();
    int count = 200_000;
    for (int i = 0; i < count; i++) {
      add(buffer, i);
    }
    done.set(true);
    flusher.join();
    buffer.flush();
    log.end("normal", 1);
    List<Entry.Edge> edges = Logs.only(Entry.Edge.class, Logs.read(log));
    assertThat(edges).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(edges.get(i)).isEqualTo(edge(i));
    }
  }

  @Test
  void pastTheLimitNothingIsRecordedAndOneNoteSaysSo() throws Exception {
    int limit = 50_000;
    RunLog log = open(limit);
    EdgeBuffer one = log.edges(PLACES);
    EdgeBuffer two = log.edges(PLACES);
    for (int i = 0; i < 100_000; i++) {
      add(one, i);
      add(two, i);
    }
    assertThat(log.recordsEdges()).isFalse();
    one.flush();
    two.flush();
    log.append(new Entry.Canary(true));
    log.end("normal", 1);
    List<Entry> entries = Logs.read(log);
    assertThat(Files.size(Path.of(log.file()))).isBetween(limit / 2L, limit + 1000L);
    assertThat(Logs.only(Entry.Note.class, entries))
        .singleElement()
        .extracting(Entry.Note::text)
        .asString()
        .contains("synchronisation was recorded up to", "record-limit 50000");
    assertThat(entries).contains(new Entry.Canary(true));
    assertThat(log.lostCount()).isZero();
  }

  @Test
  void addingTakesNoMemoryFromTheProgram() {
    RunLog log = open(1L << 30);
    EdgeBuffer buffer = log.edges(PLACES);
    for (int i = 0; i < 2 * EdgeBuffer.BATCH; i++) {
      add(buffer, i);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadAllocatedBytes();
    add(buffer, 0);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < EdgeBuffer.BATCH - 2; i++) {
      add(buffer, i);
    }
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(after - before).isLessThan(64);
    log.end("normal", 1);
  }
}
