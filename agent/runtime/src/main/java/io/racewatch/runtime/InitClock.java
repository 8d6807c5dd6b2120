package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import java.util.Arrays;

/**
 * The clock of a class's initializer: released once, before anybody can see it. Who took it over
 * once knows it for good, even where the slot of the thread that initialised the class is another's
 * by now, and the release's epoch proves nothing any more. So each thread keeps a set of the
 * initializers that it knows, by number; a thread starts with the set of its starter. To look there
 * is all that a use of a class costs.
 */
public final class InitClock extends SyncClock {
  private static final long[] NONE = {};
  private static final Object LOCK = new Object();
  private static int made;

  /** Clocks of initializers that failed, and the names of their classes; guarded by the lock. */
  private static InitClock[] failed = {};

  private static String[] failedNames = {};

  /** From 0. */
  private final int number;

  InitClock() {
    super((byte) EdgeKind.CLASS_INIT);
    synchronized (LOCK) {
      number = made++;
    }
  }

  /** The initializers that one thread knows. Used by that thread alone, and before its start. */
  static final class Known {
    private long[] bits = NONE;

    /** Whether another thread has the same bits, which are never changed then. */
    private boolean shared;

    /** Takes the starter's set. */
    void share(Known starter) {
      starter.shared = true;
      shared = true;
      bits = starter.bits;
    }

    private void add(int number) {
      int word = number >> 6;
      if (word >= bits.length) {
        bits = Arrays.copyOf(bits, Math.max(word + 1, bits.length + (bits.length >> 1)));
      } else if (shared) {
        bits = bits.clone();
      }
      shared = false;
      bits[word] |= 1L << number;
    }
  }

  /** Whether the thread took it over before, or was started by one that had. */
  boolean isTakenBy(ThreadState t) {
    long[] bits = t.initializers.bits;
    int word = number >> 6;
    return word < bits.length && (bits[word] & 1L << number) != 0;
  }

  /** Orders the thread after the initializer. */
  void take(ThreadState t, int site, Object what) {
    if (!isTakenBy(t)) {
      acquire(t, site, what);
      t.initializers.add(number);
    }
  }

  /** At the end of the initializer, before the clock can be seen. */
  void set(ThreadState t) {
    release(t);
    t.initializers.add(number);
  }

  /** The class of that name cannot be used: others will be told so. */
  void fail(String name) {
    synchronized (LOCK) {
      failed = Arrays.copyOf(failed, failed.length + 1);
      failed[failed.length - 1] = this;
      failedNames = Arrays.copyOf(failedNames, failed.length);
      failedNames[failed.length - 1] = name;
    }
  }

  /**
   * The thread was told that the class could not be initialised before. If it was because another
   * could not, which of those is not known.
   */
  static void takeFailed(String name, ThreadState t) {
    InitClock[] clocks;
    String[] names;
    synchronized (LOCK) {
      clocks = failed;
      names = failedNames;
    }
    boolean found = false;
    for (int i = 0; i < clocks.length; i++) {
      if (names[i].equals(name)) {
        clocks[i].take(t, 0, name);
        found = true;
      }
    }
    for (int i = 0; i < clocks.length && !found; i++) {
      clocks[i].take(t, 0, name);
    }
  }
}
