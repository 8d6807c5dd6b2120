package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failed compare-and-set releases nothing, and takes nothing of others away. */
class PendingReleaseTest {
  private final SyncClock clock = new SyncClock((byte) 2);
  private final ThreadState loser = Threads.adopt(new Thread());
  private final ThreadState winner = Threads.adopt(new Thread());
  private final ThreadState reader = Threads.adopt(new Thread());
  private final int loserSlot = loser.slot;
  private final int loserClock = loser.clock;
  private final int winnerSlot = winner.slot;
  private final int winnerClock = winner.clock;

  @BeforeEach
  void begin() {
    assertThat(reader.knows(winnerSlot, winnerClock)).isFalse();
  }

  @Test
  void aWithdrawnReleaseOrdersNobody() {
    clock.release(loser, loser.caches.pending);
    clock.withdraw(loser.caches.pending);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(loserSlot, loserClock)).isFalse();
  }

  @Test
  void anEarlierReleaseOutlivesAWithdrawal() {
    clock.release(winner);
    clock.release(loser, loser.caches.pending);
    clock.withdraw(loser.caches.pending);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(winnerSlot, winnerClock)).isTrue();
    assertThat(reader.knows(loserSlot, loserClock)).isFalse();
  }

  @Test
  void aReleaseInBetweenOutlivesAWithdrawal() {
    clock.release(loser, loser.caches.pending);
    clock.release(winner);
    clock.withdraw(loser.caches.pending);
    clock.acquire(reader, 0, null);
    assertThat(reader.knows(winnerSlot, winnerClock)).isTrue();
  }
}
