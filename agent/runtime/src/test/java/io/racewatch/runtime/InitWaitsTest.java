package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for an initializer; the test plays the JVM. */
@Timeout(60)
class InitWaitsTest {
  private final List<long[]> asked = new ArrayList<>();
  private final int site = Given.call("t.T", "m");
  private String answer;

  private final InitWaits waits =
      new InitWaits(
          new JvmWaits() {
            @Override
            public long[] owners(long[] threads) {
              return new long[threads.length * 2];
            }

            @Override
            public String[] initialisations(long[] threads) {
              asked.add(threads);
              String[] classes = new String[threads.length];
              java.util.Arrays.fill(classes, answer);
              return classes;
            }
          });

  private volatile boolean spins;
  private volatile boolean going = true;

  private static class Mine {}

  private static class Other {}

  @Test
  void theJvmIsAskedOnlyWhileAnInitializerStandsStillAndEverMoreSeldom() throws Exception {
    Thread runner = new Thread(this::spin);
    runner.start();
    while (!spins) {
      Thread.onSpinWait();
    }
    ThreadState idle = Threads.adopt(new Thread());
    ThreadState owner = Given.thread();
    ThreadState spinning = Threads.adopt(runner);
    ThreadState[] all = {idle, owner, spinning};
    try {
      assertThat(waits.look(all)).isEmpty();
      assertThat(asked).as("nobody initialises").isEmpty();
      InitLocks.begin(Mine.class, owner, site);
      InitLocks.begin(Other.class, spinning, site);
      waits.look(all);
      assertThat(asked).as("seen once").isEmpty();
      answer = Mine.class.getName();
      List<InitWaits.Wait> found = waits.look(all);
      assertThat(asked).hasSize(1);
      assertThat(found).hasSize(1);
      assertThat(found.get(0).thread()).isSameAs(spinning);
      assertThat(found.get(0).by()).isSameAs(owner);
      answer = null;
      for (int i = 0; i < 100; i++) {
        waits.look(all);
      }
      assertThat(asked).hasSizeBetween(2, 20);
    } finally {
      going = false;
      InitLocks.end(owner);
      InitLocks.end(spinning);
    }
  }

  /** Stands in one line, without a call: its stack never changes. */
  private void spin() {
    for (spins = true; going; ) {}
  }
}
