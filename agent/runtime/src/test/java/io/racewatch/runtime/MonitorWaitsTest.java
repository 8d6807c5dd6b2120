package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose monitor a thread waits for at the entry of a method; the test plays the JVM. */
class MonitorWaitsTest {
  private final int site = Given.lock("lock");
  private final Object monitor = new Object();
  private final Thread owner = new Thread();
  private final Thread waiter = new Thread();
  private final ThreadState holds = Threads.adopt(owner);
  private final ThreadState waits = Threads.adopt(waiter);
  private final ThreadState[] all = {holds, waits};
  private final List<long[]> asked = new ArrayList<>();
  private int hash = System.identityHashCode(monitor);

  private final MonitorWaits monitors =
      new MonitorWaits(
          ids -> {
            asked.add(ids);
            long[] owners = new long[ids.length * 2];
            for (int i = 0; i < ids.length; i++) {
              owners[2 * i] = ids[i] == waits.info.id ? holds.info.id : 0;
              owners[2 * i + 1] = hash;
            }
            return owners;
          });

  private List<LockClock> look(ThreadState... blocked) {
    monitors.begin(new ArrayList<>(List.of(blocked)));
    return monitors.wanted(waits, all);
  }

  @Test
  void theJvmIsAskedOnlyAboutWhoStaysBlocked() {
    SyncHooks.acquire(monitor, holds, site);
    assertThat(look(waits)).isEmpty();
    assertThat(asked).isEmpty();
    assertThat(look(waits)).containsExactly(Locks.of(monitor, holds, site));
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0)).containsExactly(waits.info.id);
    assertThat(look()).isEmpty();
    look(waits);
    assertThat(asked).as("blocked anew: not asked in the first look").hasSize(1);
  }

  @Test
  void aLockThatNobodyIsKnownToHoldIsNone() {
    look(waits);
    assertThat(look(waits)).isEmpty();
    SyncHooks.acquire(monitor, holds, site);
    hash++;
    assertThat(look(waits)).isEmpty();
  }

  @Test
  void ofSeveralThatAreHeldItIsTheOneOfThatIdentity() {
    SyncHooks.acquire(new Object(), holds, site);
    SyncHooks.acquire(monitor, holds, site);
    SyncHooks.acquire(new Object(), holds, site);
    look(waits);
    assertThat(look(waits)).containsExactly(Locks.of(monitor, holds, site));
  }
}
