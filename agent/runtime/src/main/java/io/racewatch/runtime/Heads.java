package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import java.util.Arrays;
import jdk.internal.vm.annotation.DontInline;

/**
 * The releases whose join a clock is, none of which knew another: whoever knows all of them knows
 * all that the clock says. Guarded by the clock's lock.
 */
final class Heads {
  /** Up to so many are looked through at each release, to leave out those that it covers. */
  private static final int FEW = 64;

  private long[] epochs;
  private int count;

  /** Releases of threads that are gone were left out: the clock says more than its heads. */
  private boolean more;

  Heads(long... epochs) {
    this.epochs = epochs;
    this.count = epochs.length;
  }

  /**
   * With one more release, which covers those that its thread knew.
   *
   * @param t the releasing thread; null if it is not the current one, whose knowledge is in flux
   */
  @DontInline
  Heads with(long epoch, ThreadState t) {
    if (t != null && count <= FEW) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (!t.knowsRelease(epochs[i])) {
          epochs[kept++] = epochs[i];
        }
      }
      count = kept;
    }
    if (count == epochs.length) {
      thin();
      if (count * 2 >= epochs.length) {
        epochs = Arrays.copyOf(epochs, Math.max(4, count * 2));
      }
    }
    epochs[count++] = epoch;
    return this;
  }

  /** One release a living thread, its last; there may be any number of dead ones. */
  private void thin() {
    Arrays.sort(epochs, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      boolean dead =
          count > FEW && !Threads.SLOTS.isOfTenant((int) (epochs[i] >>> 32), (int) epochs[i]);
      boolean covered =
          i + 1 < count
              && epochs[i] >>> 32 == epochs[i + 1] >>> 32
              && Threads.SLOTS.isOfTenant((int) (epochs[i] >>> 32), (int) epochs[i]);
      more |= dead;
      if (!dead && !covered) {
        epochs[kept++] = epochs[i];
      }
    }
    count = kept;
  }

  int size() {
    return count;
  }

  @DontInline
  boolean areKnownTo(ThreadState t) {
    for (int i = count - 1; i >= 0; i--) {
      if (!t.knowsRelease(epochs[i])) {
        return false;
      }
    }
    return !more;
  }

  /** As it stands, to be used without the lock. */
  Heads copy() {
    return new Heads(Arrays.copyOf(epochs, count));
  }

  /** Has the thread record that it came after each that is news to it. */
  void record(ThreadState t, int kind, Object what, int site) {
    for (int i = 0; i < count; i++) {
      if (!t.knowsRelease(epochs[i])) {
        t.record((int) (epochs[i] >>> 32), (int) epochs[i], kind, what, site);
      } else if (t.tail.isTold() && kind != EdgeKind.MONITOR && kind != EdgeKind.LOCK) {
        t.tail.learns(t, (int) (epochs[i] >>> 32), (int) epochs[i], kind, what, site);
      }
    }
  }
}
