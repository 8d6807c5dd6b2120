package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failed compare-and-set releases nothing, and takes nothing of others away. */
class PendingReleaseTest {
  private final SyncClock clock = new SyncClock((byte) 2);
  private final ThreadState loser = Given.thread();
  private final ThreadState winner = Given.thread();
  private final ThreadState reader = Given.thread();
  private final int loserSlot = loser.slot;
  private final int loserClock = loser.clock;
  private final int winnerSlot = winner.slot;
  private final int winnerClock = winner.clock;

  @BeforeEach
  void begin() {
    assertThat(reader.knows(winnerSlot, winnerClock)).isFalse();
  }

  @Test
  void aFailedOperationOrdersNobody() {
    PendingRelease.begin(clock, loser);
    PendingRelease.end(clock, false, loser);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(loserSlot, loserClock)).isFalse();
    assertThat(loser.clock).as("no new epoch without a release").isEqualTo(loserClock);
  }

  @Test
  void aSuccessfulOperationOrders() {
    PendingRelease.begin(clock, winner);
    PendingRelease.end(clock, true, winner);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(winnerSlot, winnerClock)).isTrue();
    assertThat(winner.clock).isGreaterThan(winnerClock);
  }

  @Test
  void anEarlierReleaseOutlivesAFailure() {
    clock.release(winner);
    PendingRelease.begin(clock, loser);
    PendingRelease.end(clock, false, loser);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(winnerSlot, winnerClock)).isTrue();
    assertThat(reader.knows(loserSlot, loserClock)).isFalse();
  }

  @Test
  void aReleaseInBetweenOutlivesAFailure() {
    PendingRelease.begin(clock, loser);
    clock.release(winner);
    PendingRelease.end(clock, false, loser);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(winnerSlot, winnerClock)).isTrue();
    assertThat(reader.knows(loserSlot, loserClock)).isFalse();
  }

  @Test
  void aWinnerInBetweenOutlivesAFailure() {
    PendingRelease.begin(clock, loser);
    PendingRelease.begin(clock, winner);
    PendingRelease.end(clock, true, winner);
    PendingRelease.end(clock, false, loser);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(winnerSlot, winnerClock)).isTrue();
    assertThat(reader.knows(loserSlot, loserClock)).isFalse();
  }

  @Test
  void whoCannotWaitForTheOutcomeTakesItAsDone() {
    clock.release(winner);
    PendingRelease.begin(clock, loser);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(loserSlot, loserClock)).as("an order too many").isTrue();
    assertThat(reader.knows(winnerSlot, winnerClock)).isTrue();
    PendingRelease.end(clock, false, loser);
    assertThat(reader.knows(loser.slot, loser.clock)).as("no more than that").isFalse();
  }

  @Test
  void anAcquireWaitsForAnOperationOfAThreadThatRuns() throws Exception {
    for (int i = 0; i < 200; i++) {
      ThreadState other = Given.thread();
      PendingRelease.begin(clock, loser);
      int slot = loser.slot;
      int epoch = loser.clock;
      Thread acquirer = new Thread(() -> clock.acquire(other, 0, null));
      acquirer.start();
      PendingRelease.end(clock, true, loser);
      acquirer.join();
      assertThat(other.knows(slot, epoch)).isTrue();
    }
  }

  @Test
  void operationsNest() {
    SyncClock inner = new SyncClock((byte) 2);
    PendingRelease.begin(clock, winner);
    PendingRelease.begin(inner, winner);
    PendingRelease.end(inner, true, winner);
    int last = winner.clock;
    PendingRelease.end(clock, true, winner);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(winner.slot, last)).as("what its function did, too").isTrue();
    assertThat(winner.pending).isNull();
  }

  @Test
  void oneThatWasCutShortIsForgottenWithTheOneAroundIt() {
    SyncClock inner = new SyncClock((byte) 2);
    PendingRelease.begin(clock, winner);
    PendingRelease.begin(inner, winner);
    PendingRelease.end(clock, true, winner);
    assertThat(winner.pending).isNull();
  }
}
