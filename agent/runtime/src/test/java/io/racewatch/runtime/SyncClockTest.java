package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One object's clock among many threads, and where the stack is full. */
@Timeout(60)
class SyncClockTest {
  private final SyncClock clock = new SyncClock((byte) 4);

  @Test
  void releasesThatDoNotFollowOneAnotherAreAllKept() {
    ThreadState[] writers = new ThreadState[100];
    int[] epochs = new int[writers.length];
    for (int i = 0; i < writers.length; i++) {
      writers[i] = Given.thread();
      epochs[i] = writers[i].clock;
      clock.release(writers[i]);
    }
    ThreadState reader = Given.thread();
    assertThat(clock.isKnownTo(reader)).isFalse();
    clock.acquire(reader, 0, null);
    for (int i = 0; i < writers.length; i++) {
      assertThat(reader.knows(writers[i].slot, epochs[i])).isTrue();
      assertThat(reader.knows(writers[i].slot, writers[i].clock)).isFalse();
    }
  }

  @Test
  void whoKnowsTheLastReleaseKnowsAll() {
    ThreadState one = Given.thread();
    ThreadState other = Given.thread();
    assertThat(clock.isKnownTo(one)).as("nobody released").isTrue();
    int first = one.clock;
    clock.release(one);
    clock.acquire(other, 0, null);
    clock.release(other);
    assertThat(clock.isKnownTo(other)).isTrue();
    assertThat(clock.isKnownTo(one)).isFalse();
    ThreadState third = Given.thread();
    clock.acquire(third, 0, null);
    assertThat(third.knows(one.slot, first)).as("handed on").isTrue();
  }

  /**
   * The clock's last releaser is dead, and its slot another thread's: to know that one's later
   * clock is not to know what the dead one knew.
   */
  @Test
  void aSlotThatIsUsedAgainStandsForNothingThatItsOldThreadKnew() {
    ThreadState first = Given.thread();
    int known = first.clock;
    SyncClock other = new SyncClock((byte) 4);
    other.release(first);
    int slot = handOn(other, clock);
    ThreadState second = tenant(slot);
    SyncClock third = new SyncClock((byte) 4);
    third.release(second);
    ThreadState reader = Given.thread();
    third.acquire(reader, 0, null);
    assertThat(reader.knows(first.slot, known)).isFalse();
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(first.slot, known)).isTrue();
    assertThat(clock.isKnownTo(reader)).as("what was joined once is known").isTrue();
    clock.release(second);
    ThreadState last = Given.thread();
    clock.acquire(last, 0, null);
    assertThat(last.knows(first.slot, known)).as("kept by the second releaser").isTrue();
  }

  /** A thread that lives no longer takes over from one clock and leaves it in another. */
  private static int handOn(SyncClock from, SyncClock to) {
    ThreadState gone = Given.thread();
    from.acquire(gone, 0, null);
    to.release(gone);
    return gone.slot;
  }

  private static ThreadState tenant(int slot) {
    while (true) {
      System.gc();
      for (int i = 0; i < 500; i++) {
        ThreadState t = Given.adopted();
        if (t.slot == slot) {
          return t;
        }
      }
    }
  }

  /** Many threads that write and never read. */
  @Test
  void releasesOfTheSameThreadsDoNotPileUp() {
    ThreadState[] writers = new ThreadState[200];
    for (int i = 0; i < writers.length; i++) {
      writers[i] = Given.thread();
    }
    int slots = writers.length;
    int rounds = Threads.SLOTS.lastClock() < 100 ? 20 : 1000; // clocks that run out take slots
    for (int round = 0; round < rounds; round++) {
      for (ThreadState w : writers) {
        int slot = w.slot;
        clock.release(w);
        slots += slot == w.slot ? 0 : 1;
      }
    }
    assertThat(clock.heads.size()).isLessThan(5 * slots);
    ThreadState reader = Given.thread();
    clock.acquire(reader, 0, null);
    for (ThreadState w : writers) {
      assertThat(reader.knows(w.slot, w.clock - 1)).isTrue();
    }
  }

  /** Threads pass a turn around; each must come after all turns before. */
  @Test
  void ordersHoldAmongRealThreads() throws Exception {
    int threads = 4;
    int rounds = 2_000;
    AtomicInteger turn = new AtomicInteger();
    AtomicLong last = new AtomicLong();
    AtomicInteger lost = new AtomicInteger();
    Given.inParallel(
        threads,
        n -> {
          ThreadState me = Given.thread();
          for (int i = 0; i < rounds; i++) {
            while (turn.get() % threads != n) {
              Thread.yield();
            }
            clock.acquire(me, 0, null);
            long before = last.get();
            lost.addAndGet(me.knows((int) (before >>> 32), (int) before) ? 0 : 1);
            last.set(me.epoch);
            clock.release(me);
            turn.incrementAndGet();
          }
        });
    assertThat(lost).hasValue(0);
  }

  /** All at once, among operations that fail: what was done before is never lost. */
  @Test
  void operationsThatMeetLoseNoOrder() throws Exception {
    AtomicLong variable = new AtomicLong();
    AtomicInteger lost = new AtomicInteger();
    Given.inParallel(
        4,
        n -> {
          ThreadState me = Given.thread();
          for (int i = 0; i < 5_000; i++) {
            long seen = variable.get();
            clock.acquire(me, 0, null);
            if (seen != 0) {
              lost.addAndGet(me.knows((int) (seen >>> 32), (int) seen) ? 0 : 1);
            }
            PendingRelease.begin(clock, me);
            boolean done = variable.compareAndSet(seen, me.epoch);
            PendingRelease.end(clock, done, me);
          }
        });
    assertThat(lost).hasValue(0);
  }

  @Test
  void aFullStackLeavesNoLockBehind() throws Exception {
    AtomicInteger overflows = new AtomicInteger();
    ThreadState t = Given.thread();
    ThreadState other = Given.thread();
    Thread deep =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < 200; i++) {
                overflows.addAndGet(overflow(t, other));
              }
            },
            "deep",
            256 << 10);
    deep.start();
    deep.join();
    assertThat(overflows.get()).isGreaterThan(0);
    ThreadState last = Given.thread();
    int epoch = last.clock;
    clock.release(last); // hangs if a lock was left behind
    clock.acquire(t, 0, null);
    assertThat(t.knows(last.slot, epoch)).isTrue();
  }

  private int overflow(ThreadState t, ThreadState other) {
    try {
      return overflow(t, other);
    } catch (StackOverflowError full) {
      try {
        clock.release(other);
        clock.acquire(t, 0, null);
        PendingRelease.begin(clock, t);
        PendingRelease.end(clock, true, t);
        return 0;
      } catch (StackOverflowError again) {
        return 1;
      }
    }
  }

  /** Hooks near the end of the stack give up, count it, and leave nothing behind. */
  @Test
  void hooksOnAFullStackLeaveNothingBehind() throws Exception {
    Readiness.initialize();
    int before = Faults.cut + Faults.cutOrders;
    ThreadState t = Given.thread();
    Object[] locks = new Object[30];
    Thread deep =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < locks.length; i++) {
                locks[i] = new Object();
                hooks(locks[i], t);
              }
            },
            "deep",
            256 << 10);
    deep.start();
    deep.join();
    assertThat(Faults.cut + Faults.cutOrders).isGreaterThan(before);
    assertThat(Faults.count()).isZero();
    assertThat(t.inside).isZero();
    for (Object lock : locks) {
      SyncHooks.acquire(lock, t, 0); // hangs if a lock was left behind
      SyncHooks.release(lock, t, 0);
    }
  }

  /** Calls hooks at the last depths of the stack; returns the height above the end. */
  private int hooks(Object lock, ThreadState t) {
    int height;
    try {
      height = hooks(lock, t) + 1;
    } catch (StackOverflowError full) {
      height = 1;
    }
    if (height < 300) {
      try {
        SyncHooks.acquire(lock, t, 0);
        SyncHooks.publish(lock, t, 0);
        SyncHooks.release(lock, t, 0);
      } catch (StackOverflowError atItsEntry) {
        return height;
      }
    }
    return height;
  }

  /** An operation that was taken as done before anything was released. */
  @Test
  void headsBeginWithNone() {
    Heads heads = new Heads().with(5L << 32 | 1, null).with(6L << 32 | 1, null);
    assertThat(heads.size()).isEqualTo(2);
  }
}
