package io.racewatch.runtime.table;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * Empties side tables of what belonged to dead objects. A table by itself does so only when it
 * grows, and the shadow of a dead array may be large. Used by one thread, now and then; tables are
 * added by any.
 */
public final class Sweeper {
  /** Looks until all segments were swept, so that each is short. */
  private static final int LOOKS = 16;

  private static volatile IdentityTable<?>[] tables = {};

  /** Cleared by the next collection: before one, nothing new is dead. */
  private static volatile WeakReference<Object> sentinel = new WeakReference<>(new Object());

  private static int left;

  /** How many collections had been seen when the last sweep began. */
  private static int sweptAt;

  /** Counts the collections that were seen. */
  private static volatile int collections;

  private Sweeper() {}

  static synchronized void add(IdentityTable<?> table) {
    IdentityTable<?>[] more = Arrays.copyOf(tables, tables.length + 1);
    more[tables.length] = table;
    tables = more;
  }

  /**
   * The number of collections that were seen so far; two that follow one another closely may count
   * as one.
   */
  static int collections() {
    if (sentinel.refersTo(null)) {
      sentinel = new WeakReference<>(new Object());
      collections++; // racy: all that matters is that it changes
    }
    return collections;
  }

  /**
   * Sweeps a sixteenth of each table if there was a collection since its last sweep.
   *
   * @return whether a collection was just seen
   */
  public static boolean look() {
    int now = collections();
    boolean begins = left == 0 && now != sweptAt;
    if (begins) {
      sweptAt = now;
      left = LOOKS;
    }
    if (left > 0) {
      left--;
      int each = IdentityTable.SEGMENTS / LOOKS;
      for (IdentityTable<?> table : tables) {
        for (int i = left * each; i < (left + 1) * each; i++) {
          table.sweep(i);
        }
      }
    }
    return begins;
  }
}
