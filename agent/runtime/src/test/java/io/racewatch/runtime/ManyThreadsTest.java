package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits that the shadow word was chosen for. */
class ManyThreadsTest {
  private static final int METHOD = Sites.method("t.Many", "m", "()V", "Many.java");

  private final Shadow[] variable = new Shadow[1];

  @BeforeEach
  void forgetRaces() {
    Races.table = new RaceTable();
  }

  private static int site() {
    return Sites.add(METHOD, 1, Sites.FIELD, "t.Many", "x", 0);
  }

  private static ThreadState thread() {
    return Threads.adopt(new Thread());
  }

  private void write(ThreadState t, int site) {
    Detector.write(variable, Internals.element(0), this, -1, t, site);
  }

  @Test
  void aThreadMayReleaseABillionTimes() {
    ThreadState one = thread();
    ThreadState other = thread();
    SyncClock lock = new SyncClock((byte) 2);
    int early = site();
    write(one, early);
    for (int i = 0; i < 1_000_000_000; i++) {
      one.tick();
    }
    lock.release(one);
    lock.acquire(other, 0, null);
    int ordered = site();
    write(other, ordered);
    assertThat(Races.table.count(early, ordered)).isZero();

    int late = site();
    write(one, late);
    assertThat(Races.table.count(ordered, late)).isEqualTo(1);
  }

  @Test
  void sixteenThousandLiveThreadsAreToldApart() {
    ThreadState[] all = new ThreadState[16_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = thread();
    }
    SyncClock lock = new SyncClock((byte) 2);
    int[] sites = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      lock.acquire(all[i], 0, null);
      sites[i] = site();
      write(all[i], sites[i]);
      lock.release(all[i]);
    }
    assertThat(Races.table.size()).isZero();

    int unordered = site();
    write(all[0], unordered);
    assertThat(Races.table.count(sites[all.length - 1], unordered)).isEqualTo(1);
  }

  /** Old slots are looked at when half as many new ones were given out. */
  @Test
  void slotsOfForgottenThreadsAreUsedAgain() {
    int before = Threads.SLOTS.size();
    int more = before + 10_000;
    forgetThreads(more);
    assertThat(Threads.SLOTS.size() - before).isLessThan(more / 4 * 3);
  }

  private void forgetThreads(int count) {
    for (int i = 0; i < count; i++) {
      write(thread(), site());
      variable[0] = null;
      if (i % 1_000 == 0) {
        System.gc();
      }
    }
  }

  @Test
  void anEpochThatStillStandsInAWordKeepsItsSlot() {
    ThreadState gone = thread();
    int early = site();
    write(gone, early);
    int slot = gone.slot;
    gone = null;
    for (int i = 0; i < 2000; i++) {
      if (i % 500 == 0) {
        System.gc();
      }
      assertThat(thread().slot).isNotEqualTo(slot);
    }
    int late = site();
    write(thread(), late);
    assertThat(Races.table.count(early, late)).isEqualTo(1);
  }

  /** Reads of ended threads are remembered in part, those of living ones all. */
  @Test
  void aVariableThatVeryManyThreadsReadRemembersFewThatEnded() throws Exception {
    ThreadState live = thread();
    int alive = site();
    Detector.read(variable, Internals.element(0), this, -1, live, alive);
    int read = site();
    for (int i = 0; i < 2_000; i++) {
      Thread thread = new Thread(() -> {});
      ThreadState state = Threads.adopt(thread);
      thread.start();
      Detector.read(variable, Internals.element(0), this, -1, state, read);
      thread.join();
    }
    OwnShadow state = (OwnShadow) variable[0];
    state.retire();
    assertThat(state.successor().readers()).hasSizeLessThan(200);
    int late = site();
    write(thread(), late);
    assertThat(Races.table.count(alive, late)).isEqualTo(1);
    assertThat(Races.table.count(read, late)).isPositive();
    assertThat(live.info.uid).isPositive();
  }
}
