package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With threads that really wait. */
@Timeout(60)
class DeadlockFinderTest {
  @TempDir private Path folder;

  private final DeadlockFinder finder = new DeadlockFinder(ids -> new long[ids.length * 2]);
  private final List<Thread> threads = new ArrayList<>();
  private final int site = Given.lock("lock");
  private Recording recording;

  @BeforeEach
  void begin() {
    recording = new Recording(folder);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Thread t : threads) {
      t.interrupt();
    }
    for (Thread t : threads) {
      t.join();
    }
    recording.close();
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private Thread start(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (Exception ended) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return thread;
  }

  private static void await(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  private static LockClock wants(Thread thread) {
    ThreadState t = Threads.of(thread);
    return t == null ? null : t.wants();
  }

  private void lock(Lock lock) throws InterruptedException {
    ThreadState t = ThreadState.current();
    SyncHooks.request(lock, t, site);
    lock.lockInterruptibly();
    SyncHooks.acquire(lock, t, site);
  }

  private void crosswise(Lock a, Lock b) {
    CyclicBarrier both = new CyclicBarrier(2);
    Thread one = start(() -> inOrder(a, b, both));
    Thread other = start(() -> inOrder(b, a, both));
    await(one, Thread.State.WAITING);
    await(other, Thread.State.WAITING);
    while (wants(one) == null || wants(other) == null) {
      Thread.onSpinWait();
    }
    await(one, Thread.State.WAITING);
    await(other, Thread.State.WAITING);
  }

  private void inOrder(Lock first, Lock second, CyclicBarrier both) throws InterruptedException {
    lock(first);
    try {
      both.await();
    } catch (java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    lock(second);
  }

  /** Threads may still be on their way into the lock. */
  private boolean found() {
    for (int i = 0; i < 1_000_000; i++) {
      if (finder.look()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void twoLooksFindADeadlockAndReportItOnce() throws Exception {
    crosswise(new ReentrantLock(), new ReentrantLock());
    assertThat(found()).isTrue();
    for (int i = 0; i < 10; i++) {
      assertThat(finder.look()).isFalse();
    }
    List<Entry.Deadlock> deadlocks = recording.entries(Entry.Deadlock.class);
    assertThat(deadlocks).hasSize(1);
    Entry.Blocked[] cycle = deadlocks.get(0).cycle();
    assertThat(cycle).hasSize(2);
    assertThat(cycle[0].wants()).isEqualTo(cycle[1].holds().lock());
    assertThat(cycle[1].wants()).isEqualTo(cycle[0].holds().lock());
    assertThat(cycle[0].wantsAt()).isNotEmpty();
  }

  @Test
  void locksOfAllKindsAreSeen() {
    crosswise(new ReentrantReadWriteLock().writeLock(), new StampedLock().asWriteLock());
    assertThat(found()).isTrue();
  }

  /** The threads stand before a gate instead, for nobody could ever end them otherwise. */
  @Test
  void monitorsAreSeen() throws Exception {
    Object a = new Object();
    Object b = new Object();
    Object gate = new Object();
    synchronized (gate) {
      CountDownLatch held = new CountDownLatch(2);
      Thread one = start(() -> monitors(a, b, held, gate));
      Thread other = start(() -> monitors(b, a, held, gate));
      await(one, Thread.State.BLOCKED);
      await(other, Thread.State.BLOCKED);
      assertThat(found()).isTrue();
    }
  }

  private void monitors(Object first, Object second, CountDownLatch held, Object gate)
      throws InterruptedException {
    ThreadState t = ThreadState.current();
    SyncHooks.acquire(first, t, site);
    held.countDown();
    held.await();
    SyncHooks.request(second, t, site);
    synchronized (gate) {
      SyncHooks.acquire(second, t, site);
    }
  }

  @Test
  void aJoinUnderALockIsSeen() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    Thread[] waits = new Thread[1];
    Thread joiner =
        start(
            () -> {
              lock(lock);
              held.countDown();
              while (waits[0] == null) {
                Thread.onSpinWait();
              }
              ThreadState t = ThreadState.current();
              SyncHooks.joining(waits[0], t, site);
              waits[0].join();
            });
    held.await();
    Thread locker = start(() -> lock(lock));
    await(locker, Thread.State.WAITING);
    waits[0] = locker;
    await(joiner, Thread.State.WAITING);
    assertThat(found()).isTrue();
  }

  /** An interrupt ended the request; the thread holds a lock and waits for something else. */
  @Test
  void aRequestThatWasGivenUpIsNoDeadlock() throws Exception {
    ReentrantLock a = new ReentrantLock();
    ReentrantLock b = new ReentrantLock();
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(2);
    CountDownLatch gaveUp = new CountDownLatch(1);
    Thread one =
        start(
            () -> {
              lock(a);
              held.countDown();
              held.await();
              try {
                lock(b);
              } catch (InterruptedException expected) {
                gaveUp.countDown();
                never.await();
              }
            });
    Thread other =
        start(
            () -> {
              lock(b);
              held.countDown();
              gaveUp.await();
              lock(a);
            });
    held.await();
    LockClock wanted = Locks.of(b, Given.thread(), 0);
    while (wants(one) != wanted) {
      Thread.onSpinWait();
    }
    await(one, Thread.State.WAITING);
    one.interrupt();
    gaveUp.await();
    await(one, Thread.State.WAITING);
    while (wants(other) == null) {
      Thread.onSpinWait();
    }
    await(other, Thread.State.WAITING);
    assertThat(Threads.of(one).wants()).as("what nobody told").isNotNull();
    for (int i = 0; i < 1000; i++) {
      assertThat(finder.look()).isFalse();
    }
  }

  /** A thread that waits for itself is not what is looked for, and must not hide the others. */
  @Test
  void aThreadInItsOwnWayHidesNobody() throws Exception {
    StampedLock self = new StampedLock();
    Thread alone =
        start(
            () -> {
              lock(self.asWriteLock());
              lock(self.asWriteLock());
            });
    await(alone, Thread.State.WAITING);
    crosswise(new ReentrantLock(), new ReentrantLock());
    assertThat(found()).isTrue();
  }

  @Test
  void threadsThatOnlyWaitAreNoDeadlock() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch never = new CountDownLatch(1);
    Thread holder =
        start(
            () -> {
              lock(lock);
              never.await();
            });
    await(holder, Thread.State.WAITING);
    Thread waiter = start(() -> lock(lock));
    await(waiter, Thread.State.WAITING);
    for (int i = 0; i < 1000; i++) {
      assertThat(finder.look()).isFalse();
    }
  }
}
