package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which arrivals a wait cannot end without. The test acts for all threads. */
class TurnsTest {
  @TempDir private Path folder;

  private final int site = Given.lock("event");
  private final int taking =
      Sites.add(Sites.method("t.T", "m", "()V", "T.java"), 1, Sites.LOCK, "t.T", "q", Sites.TAKES);
  private Recording recording;
  private ThreadState one;
  private ThreadState two;
  private ThreadState waiting;

  @BeforeEach
  void begin() {
    Turns.tell(); // what other tests left
    recording = new Recording(folder);
    one = Given.thread();
    two = Given.thread();
    waiting = Given.thread();
  }

  @AfterEach
  void end() {
    recording.close();
  }

  /** The threads that the last wait needed, by their slots. */
  private List<Integer> needed() throws Exception {
    Turns.tell();
    return recording.entries(Entry.Edge.class).stream()
        .filter(e -> e.kind().equals("awaited"))
        .map(Entry.Edge::fromSlot)
        .distinct()
        .toList();
  }

  private void countDown(CountDownLatch latch, ThreadState t) {
    SyncHooks.publish(latch, t, site);
    latch.countDown();
  }

  private void await(CountDownLatch latch) {
    SyncHooks.awaitingBegin(latch, waiting, site);
    SyncHooks.consume(latch, waiting, site);
    SyncHooks.awaitingEnd(latch, waiting, site);
  }

  private void put(BlockingQueue<String> queue, String element, ThreadState t) {
    SyncHooks.signal(queue, t, site);
    SyncHooks.publish(element, t, site);
    queue.add(element);
  }

  private void take(BlockingQueue<String> queue) {
    SyncHooks.awaitingBegin(queue, waiting, taking);
    SyncHooks.consume(queue.remove(), waiting, taking);
    SyncHooks.awaitingEnd(queue, waiting, taking);
  }

  private void meet(Object barrier, ThreadState... all) {
    for (ThreadState t : all) {
      SyncHooks.signal(barrier, t, site);
      SyncHooks.awaitingBegin(barrier, t, site);
    }
    for (ThreadState t : all) {
      SyncHooks.awaitingEnd(barrier, t, site);
    }
  }

  @Test
  void aLatchNeedsAllOfItsCounts() throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    countDown(latch, one);
    countDown(latch, two);
    await(latch);
    assertThat(needed()).containsExactlyInAnyOrder(one.slot, two.slot);
  }

  @Test
  void aCountTooManyCouldHaveComeInsteadOfEach() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    countDown(latch, one);
    await(latch);
    countDown(latch, two);
    assertThat(needed()).isEmpty();
  }

  @Test
  void aTakeNeedsThePutsThatOthersCannotHaveMade() throws Exception {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    put(queue, new String("a"), one);
    put(queue, new String("b"), two);
    take(queue);
    assertThat(needed()).isEmpty();
  }

  @Test
  void asManyTakesAsPutsNeedAllOfThem() throws Exception {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    put(queue, new String("a"), one);
    put(queue, new String("b"), two);
    take(queue);
    take(queue);
    assertThat(needed()).containsExactlyInAnyOrder(one.slot, two.slot);
  }

  @Test
  void anElementThatNobodyWasSeenToPutMakesAllOfThemUncertain() throws Exception {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    put(queue, new String("a"), one);
    String other = new String("b");
    SyncHooks.publish(other, two, site);
    queue.add(other);
    take(queue);
    take(queue);
    assertThat(needed()).isEmpty();
  }

  @Test
  void aBarrierWithAsManyThreadsAsItWants() throws Exception {
    meet(new CyclicBarrier(3), one, two, waiting);
    assertThat(needed()).containsExactlyInAnyOrder(one.slot, two.slot, waiting.slot);
    meet(new Phaser(2), one, two);
    assertThat(needed()).contains(one.slot, two.slot);
  }

  @Test
  void aBarrierWithMoreThreadsThanItWants() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    meet(barrier, one, waiting);
    meet(barrier, two, Given.thread());
    assertThat(needed()).isEmpty();
  }

  @Test
  void aPhaserThatMayGetMoreParties() throws Exception {
    Phaser phaser = new Phaser(1);
    SyncHooks.pollBegin(phaser, one, site);
    phaser.register();
    SyncHooks.pollEnd(phaser, one, site);
    meet(phaser, one, two);
    assertThat(needed()).isEmpty();
  }

  @Test
  void aThreadThatArrivedAndDidNotWait() throws Exception {
    Phaser phaser = new Phaser(2);
    SyncHooks.signal(phaser, one, site);
    SyncHooks.signal(phaser, one, site);
    SyncHooks.awaitingBegin(phaser, waiting, site);
    SyncHooks.awaitingEnd(phaser, waiting, site);
    assertThat(needed()).isEmpty();
  }

  @Test
  void whatWasBeforeTheWaitIsNotAfterIt() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    waiting.settle();
    long before = waiting.acquires;
    countDown(latch, one);
    await(latch);
    Turns.tell();
    Entry.Edge edge =
        recording.entries(Entry.Edge.class).stream()
            .filter(e -> e.kind().equals("awaited"))
            .reduce((a, b) -> b)
            .orElseThrow();
    assertThat(edge.to().acquires()).isGreaterThan(before);
    assertThat(edge.to().acquires()).isEqualTo(waiting.acquires);
  }
}
