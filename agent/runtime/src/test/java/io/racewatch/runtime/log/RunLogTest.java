package io.racewatch.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.format.RunName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private static final int THREADS = 8;
  private static final int EACH = 3000;

  @TempDir Path folder;

  private RunLog open() {
    return RunLog.open(folder.toString(), "test-session", 1 << 20);
  }

  @Test
  void whatIsAppendedIsInTheFileAtOnce() throws Exception {
    RunLog log = open();
    Entry first = new Entry.Meta("pid", "1");
    log.append(first);

    assertThat(Logs.read(log)).containsExactly(first);
    assertThat(log.folder()).isEqualTo(folder.toString());
    Path file = Path.of(log.file());
    assertThat(file.getParent()).isEqualTo(folder.resolve("runs"));
    RunName name = RunName.parse(file.getFileName().toString());
    assertThat(name.session()).isEqualTo("test-session");
    assertThat(name.pid()).isEqualTo(ProcessHandle.current().pid());
    log.end("normal", 1);
  }

  @Test
  void theEndCutsTheFileAndIsIdempotent() throws Exception {
    RunLog log = open();
    assertThat(Files.size(Path.of(log.file()))).isEqualTo(FileChunks.FIRST);
    log.append(new Entry.Canary(true));
    log.end("normal", 17);
    long size = Files.size(Path.of(log.file()));
    log.end("halted", 18);
    log.append(new Entry.Note("too late"));

    assertThat(size).isLessThan(100);
    assertThat(Files.size(Path.of(log.file()))).isEqualTo(size);
    assertThat(Logs.read(log)).containsExactly(new Entry.Canary(true), new Entry.End("normal", 17));
    assertThat(log.lostCount()).isEqualTo(1);
  }

  @Test
  void entriesOfManyThreadsFillManyChunks() throws Exception {
    RunLog log = open();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Thread thread = new Thread(new Appender(log, t));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(Files.size(Path.of(log.file()))).isGreaterThan(FileChunks.FIRST + FileChunks.MORE);
    checkAll(log);
  }

  @Test
  void virtualThreadsAppend() throws Exception {
    Assumptions.assumeTrue(Runtime.version().feature() >= 21, "no virtual threads before JDK 21");
    RunLog log = open();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Runnable task = new Appender(log, t);
      threads.add(
          (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    checkAll(log);
  }

  @Test
  void interruptedThreadsAppendAndStayInterrupted() throws Exception {
    RunLog log = open();
    CountDownLatch interrupted = new CountDownLatch(THREADS);
    List<Thread> logThreads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.getName().equals("racewatch-log"))
            .toList();
    assertThat(logThreads).isNotEmpty().allMatch(Thread::isDaemon);
    for (int t = 0; t < THREADS; t++) {
      Runnable appender = new Appender(log, t);
      new Thread(
              () -> {
                Thread.currentThread().interrupt();
                // Eight interrupts in all; the log's thread opens its file again up to 16 times.
                logThreads.forEach(Thread::interrupt);
                appender.run();
                if (Thread.interrupted()) {
                  interrupted.countDown();
                }
              })
          .start();
    }
    interrupted.await();
    checkAll(log);
  }

  /** Appends numbered notes of some length. */
  private record Appender(RunLog log, int number) implements Runnable {
    @Override
    public void run() {
      for (int i = 0; i < EACH; i++) {
        log.append(new Entry.Note(number + ":" + i + ":" + "x".repeat(i % 800)));
      }
    }
  }

  private static void checkAll(RunLog log) throws Exception {
    log.end("normal", 1);
    List<Entry.Note> notes = Logs.only(Entry.Note.class, Logs.read(log));
    assertThat(notes).hasSize(THREADS * EACH);
    int[] next = new int[THREADS];
    for (Entry.Note note : notes) {
      String[] parts = note.text().split(":", -1);
      int i = next[Integer.parseInt(parts[0])]++;
      assertThat(parts[1]).isEqualTo(String.valueOf(i));
      assertThat(parts[2]).hasSize(i % 800);
    }
    assertThat(log.lostCount()).isZero();
    assertThat(log.rest()).isEmpty();
  }

  @Test
  void anEntryOfTheLargestSizeFits() throws Exception {
    RunLog log = open();
    Entry.Note note = new Entry.Note("\uffff".repeat(32 * 1024));
    for (int i = 0; i < 40; i++) {
      log.append(note);
    }
    log.end("normal", 1);
    assertThat(Logs.only(Entry.Note.class, Logs.read(log))).hasSize(40).containsOnly(note);
  }

  @Test
  void anAppendWithinAnAppendIsDroppedAndCounted() throws Exception {
    RunLog log = open();
    EdgeBuffer buffer =
        log.edges(
            site -> {
              log.append(new Entry.Note("from within"));
              log.end("halted", 1);
              return null;
            });
    buffer.add(1, 1, 2, 1, 1, 0, null, 5);
    buffer.flush();
    log.end("normal", 1);
    assertThat(log.lostCount()).isEqualTo(2);
    assertThat(Logs.only(Entry.Edge.class, Logs.read(log))).hasSize(1);
    assertThat(Logs.only(Entry.End.class, Logs.read(log)))
        .containsExactly(new Entry.End("normal", 1));
  }

  @Test
  void anEntryThatCannotBeEncodedJustThenIsWrittenLater() throws Exception {
    RunLog log = open();
    Entry.Blocked[] cycle = {null};
    Entry.Deadlock deadlock = new Entry.Deadlock(1, cycle);
    log.append(deadlock);
    assertThat(Logs.read(log)).isEmpty();
    Entry.Place[] stack = {new Entry.Place("C", "m", "C.java", 1)};
    cycle[0] = new Entry.Blocked(1, "t", null, stack, 2, "lock", stack);
    log.append(new Entry.Deadlock(2, new Entry.Blocked[] {null}));
    log.append(new Entry.Canary(true));

    List<Entry> entries = Logs.read(log);
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0)).usingRecursiveComparison().isEqualTo(deadlock);
    assertThat(log.lostCount()).as("the one that is still wrong").isEqualTo(1);
    log.end("normal", 1);
  }

  @Test
  void aFullStackLosesNothing() throws Exception {
    RunLog log = open();
    for (int round = 0; round < 50; round++) {
      AppendAtDepth deep = new AppendAtDepth(log, round);
      Thread thread = new Thread(null, deep, "deep", 256 * 1024);
      thread.start();
      thread.join();
      assertThat(deep.overflowed).isTrue();
      // One that would need the numbers of strings that the cut-off ones left behind.
      log.append(new Entry.Lock(-1, "round" + round, "C", "C#1"));
    }
    log.end("normal", 1);
    List<Entry.Lock> locks = Logs.only(Entry.Lock.class, Logs.read(log));
    assertThat(locks).filteredOn(l -> l.number() == -1).hasSize(50);
    assertThat(locks).allMatch(l -> l.className().startsWith("C"));
  }

  /** Appends an entry on the way into each deeper call, until the stack is full. */
  private static final class AppendAtDepth implements Runnable {
    private final RunLog log;
    private final int round;
    private boolean overflowed;

    AppendAtDepth(RunLog log, int round) {
      this.log = log;
      this.round = round;
    }

    @Override
    public void run() {
      try {
        deeper(0);
      } catch (StackOverflowError e) {
        overflowed = true;
      }
    }

    private int deeper(int depth) {
      if (depth % 7 == round % 7) {
        log.append(new Entry.Lock(depth, "round" + round + "at" + depth, "C" + depth, "C#1"));
      }
      return deeper(depth + 1) + 1;
    }
  }
}
