package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import java.util.Arrays;

/**
 * The clock of a class's initializer: released once, before anybody can see it. Who took it over
 * once knows it for good, even where the slot of the thread that initialised the class is another's
 * by now, and the release's epoch proves nothing any more.
 */
final class InitClock extends SyncClock {
  private static final Object NUMBERS = new Object();
  private static int made;

  /** From 0. */
  private final int number;

  InitClock() {
    super((byte) EdgeKind.CLASS_INIT);
    synchronized (NUMBERS) {
      number = made++;
    }
  }

  /** Those that one thread has taken over, by their numbers. Used by that thread alone. */
  static final class Set {
    private long[] bits = {};

    boolean has(InitClock clock) {
      int word = clock.number >> 6;
      return word < bits.length && (bits[word] & 1L << clock.number) != 0;
    }

    void add(InitClock clock) {
      int word = clock.number >> 6;
      if (word >= bits.length) {
        bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
      }
      bits[word] |= 1L << clock.number;
    }
  }
}
