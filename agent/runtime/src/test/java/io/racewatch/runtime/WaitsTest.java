package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which waits under a lock are recorded. The test acts for both threads, each place once. */
class WaitsTest {
  @TempDir private Path folder;

  private final Object lock = new Object();
  private final int lockSite = Given.lock("lock");
  private final int site = Given.lock("event");
  private Recording recording;
  private ThreadState one;
  private ThreadState other;

  @BeforeEach
  void begin() {
    recording = new Recording(folder);
    one = Given.thread();
    other = Given.thread();
  }

  @AfterEach
  void end() {
    recording.close();
  }

  private void take(Object what, ThreadState t) {
    SyncHooks.request(what, t, lockSite);
    SyncHooks.acquire(what, t, lockSite);
  }

  private void through(Object what, ThreadState t) {
    take(what, t);
    SyncHooks.release(what, t, lockSite);
  }

  private void await(Object event, ThreadState t, int at) {
    SyncHooks.awaitingBegin(event, t, at);
    SyncHooks.awaitingEnd(event, t, at);
  }

  private List<Entry.WaitUnder> waits() throws Exception {
    return recording.entries(Entry.WaitUnder.class);
  }

  @Test
  void aLatchCountedDownAfterTheLock() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    through(lock, other);
    SyncHooks.signal(latch, other, site);
    take(lock, one);
    await(latch, one, site);
    assertThat(waits()).hasSize(1);
    Entry.WaitUnder wait = waits().get(0);
    assertThat(wait.waiter().uid()).isEqualTo(one.info.uid);
    assertThat(wait.other().uid()).isEqualTo(other.info.uid);
    assertThat(wait.other().wants()).isEqualTo(wait.waiter().holds().lock());
    assertThat(wait.waiter().wantsWhat()).isEqualTo("signal of t.T.event");
    assertThat(wait.every()).isFalse();
  }

  /** An appender that waits for room where it also says that there is something to take. */
  @Test
  void whoWaitsWhereItSignalsToo() throws Exception {
    Object buffer = new Object();
    SyncHooks.signal(buffer, one, site);
    through(lock, other);
    SyncHooks.signal(buffer, other, site);
    take(lock, one);
    await(buffer, one, site);
    assertThat(waits()).extracting(w -> w.other().uid()).containsExactly(other.info.uid);
  }

  @Test
  void theLockTakenAfterTheSignalHoldsNobodyUp() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    SyncHooks.signal(latch, other, site);
    SyncHooks.release(new Object(), other, site);
    through(lock, other);
    take(lock, one);
    await(latch, one, site);
    assertThat(waits()).isEmpty();
  }

  @Test
  void whoWaitsWithoutALockOrSignalsForItselfIsLeftAlone() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    through(lock, other);
    SyncHooks.signal(latch, other, site);
    await(latch, one, site);
    take(lock, other);
    await(latch, other, site);
    assertThat(waits()).isEmpty();
  }

  @Test
  void readersDoNotHoldUpOneAnotherButAWriter() throws Exception {
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    CountDownLatch latch = new CountDownLatch(1);
    through(both.readLock(), other);
    SyncHooks.signal(latch, other, site);
    take(both.readLock(), one);
    await(latch, one, site);
    assertThat(waits()).isEmpty();
    CountDownLatch next = new CountDownLatch(1);
    through(both.writeLock(), other);
    SyncHooks.signal(next, other, site);
    await(next, one, site);
    assertThat(waits()).hasSize(1);
  }

  @Test
  void aTaskIsHeldUpByWhatItTookItselfAlone() throws Exception {
    FutureTask<?> free = new FutureTask<>(() -> null);
    FutureTask<?> locking = new FutureTask<>(() -> null);
    Tasks.begin(locking, other);
    through(lock, other);
    Waits.completes(locking, other);
    other.task = null;
    Tasks.begin(free, other);
    Waits.completes(free, other);
    other.task = null;
    take(lock, one);
    await(free, one, site);
    assertThat(waits()).isEmpty();
    await(locking, one, site);
    assertThat(waits()).hasSize(1);
    assertThat(waits().get(0).waiter().wantsWhat()).isEqualTo("result of t.T.event");
  }

  @Test
  void ofAQueueEveryProducerMustNeedTheLock() throws Exception {
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(9);
    ThreadState third = Given.thread();
    int takes = takes("queue");
    through(lock, other);
    SyncHooks.signal(queue, other, site);
    take(lock, one);
    await(queue, one, takes);
    assertThat(waits()).hasSize(1);
    assertThat(waits().get(0).every()).isTrue();
    assertThat(waits().get(0).waiter().wantsWhat()).isEqualTo("element in t.T.queue");
    SyncHooks.signal(queue, third, site);
    List<Entry.WaitUnder> all = waits();
    assertThat(all).as("the third needs nothing: taken back").hasSize(2);
    assertThat(all.get(1).id()).isEqualTo(all.get(0).id());
    assertThat(all.get(1).began()).isNull();
  }

  @Test
  void roomInAQueueIsMadeByWhoTakes() throws Exception {
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(9);
    through(lock, other);
    SyncHooks.signal(queue, other, takes("queue"));
    take(lock, one);
    await(queue, one, takes("elements"));
    assertThat(waits()).isEmpty();
    await(queue, one, Given.lock("put"));
    assertThat(waits()).hasSize(1);
    assertThat(waits().get(0).waiter().wantsWhat()).isEqualTo("room in t.T.put");
  }

  @Test
  void aNotificationThroughAnOuterLock() throws Exception {
    Object inner = new Object();
    take(lock, other);
    take(inner, other);
    SyncHooks.signal(inner, other, site);
    SyncHooks.release(inner, other, lockSite);
    SyncHooks.release(lock, other, lockSite);
    take(lock, one);
    take(inner, one);
    SyncHooks.waitBegin(inner, one, site);
    SyncHooks.waitEnd(inner, one, site);
    assertThat(waits()).hasSize(1);
    assertThat(waits().get(0).waiter().holds().lock()).isEqualTo(Locks.of(lock, one, 0).number(0));
  }

  @Test
  void theEndOfAThreadThatTookTheLock() throws Exception {
    Thread thread = new Thread();
    ThreadState joined = Threads.adopt(thread);
    through(lock, joined);
    take(lock, one);
    SyncHooks.joining(thread, one, site);
    SyncHooks.joined(thread, one, site);
    assertThat(waits()).hasSize(1);
    assertThat(waits().get(0).waiter().wantsWhat()).isEqualTo("end of a thread");
  }

  @Test
  void aWaitWithALimitEndsByItself() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    through(lock, other);
    SyncHooks.signal(latch, other, site);
    take(lock, one);
    int method = Sites.method("t.T", "m", "()V", "T.java");
    await(latch, one, Sites.add(method, 1, Sites.LOCK, "t.T", "event", Sites.TIMED));
    assertThat(waits()).hasSize(1);
    assertThat(waits().get(0).waiter().wantsWhat())
        .isEqualTo("signal of t.T.event" + Entry.Blocked.FOR_A_TIME);
  }

  @Test
  void tryLockIsNoNeed() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    SyncHooks.acquireIf(true, lock, other, lockSite);
    SyncHooks.release(lock, other, lockSite);
    SyncHooks.signal(latch, other, site);
    take(lock, one);
    await(latch, one, site);
    assertThat(waits()).isEmpty();
  }

  @Test
  void onePairOfPlacesIsWrittenAFewTimesAtMost() throws Exception {
    for (int i = 0; i < 50; i++) {
      CountDownLatch latch = new CountDownLatch(1);
      through(lock, other);
      SyncHooks.signal(latch, other, site);
      take(lock, one);
      await(latch, one, site);
      SyncHooks.release(lock, one, lockSite);
    }
    assertThat(waits()).hasSize(3);
    assertThat(waits()).allSatisfy(w -> assertThat(w.need()).isNotNull());
  }

  private static int takes(String name) {
    int method = Sites.method("t.T", "m", "()V", "T.java");
    return Sites.add(method, 1, Sites.LOCK, "t.T", name, Sites.TAKES);
  }
}
