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
  private static WeakReference<Object> sentinel = new WeakReference<>(new Object());

  private static int left;

  private Sweeper() {}

  static synchronized void add(IdentityTable<?> table) {
    IdentityTable<?>[] more = Arrays.copyOf(tables, tables.length + 1);
    more[tables.length] = table;
    tables = more;
  }

  /**
   * Sweeps a sixteenth of each table if there was a collection since its last sweep.
   *
   * @return whether a collection was just seen
   */
  public static boolean look() {
    boolean begins = left == 0 && sentinel.refersTo(null);
    if (begins) {
      sentinel = new WeakReference<>(new Object());
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
