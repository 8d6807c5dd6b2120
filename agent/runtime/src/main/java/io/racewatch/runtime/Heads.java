package io.racewatch.runtime;

import java.util.Arrays;

/**
 * The releases whose join a clock is, none of which knew another: whoever knows all of them knows
 * all that the clock says. Guarded by the clock's lock.
 */
final class Heads {
  /** Up to so many are looked through at each release, to leave out those that it covers. */
  private static final int FEW = 64;

  private long[] epochs;
  private int count;

  Heads(long... epochs) {
    this.epochs = epochs;
    this.count = epochs.length;
  }

  /** With one more release, which covers those that its thread knew. */
  Heads with(long epoch, ThreadState t) {
    if (count <= FEW) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (!knows(t, epochs[i])) {
          epochs[kept++] = epochs[i];
        }
      }
      count = kept;
    }
    if (count == epochs.length) {
      epochs = Arrays.copyOf(epochs, Math.max(4, count * 2));
    }
    epochs[count++] = epoch;
    return this;
  }

  boolean areKnownTo(ThreadState t) {
    for (int i = count - 1; i >= 0; i--) {
      if (!knows(t, epochs[i])) {
        return false;
      }
    }
    return true;
  }

  /** As it stands, to be used without the lock. */
  Heads copy() {
    return new Heads(Arrays.copyOf(epochs, count));
  }

  /** Has the thread record that it came after each that is news to it. */
  void record(ThreadState t, int kind, Object what, int site) {
    for (int i = 0; i < count; i++) {
      if (!knows(t, epochs[i])) {
        t.record((int) (epochs[i] >>> 32), (int) epochs[i], kind, what, site);
      }
    }
  }

  private static boolean knows(ThreadState t, long epoch) {
    return t.knows((int) (epoch >>> 32), (int) epoch);
  }
}
