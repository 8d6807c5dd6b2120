package io.racewatch.runtime;

/**
 * The locks that a thread, or a task in a pool, asked for so far, each once. Who waits for its end
 * with one of them in hand may wait for ever.
 *
 * <p>Changed by its thread alone. Others read it when what they waited for is over; that wait makes
 * the entries visible, and one that is missed only loses a finding.
 */
final class Needs {
  /** Locks of one thread or task; later ones are left out. */
  private static final int LIMIT = 512;

  private static final Need[] NONE = {};

  private Need[] table = NONE;
  private int used;

  /** The entry of a lock in that mode, made if there is none; null when there are too many. */
  Need of(LockClock lock, boolean shared, int site, ThreadState t) {
    if (table.length > 0) {
      int mask = table.length - 1;
      for (int i = hash(lock) & mask; table[i] != null; i = i + 1 & mask) {
        if (table[i].lock == lock && table[i].shared == shared) {
          return table[i];
        }
      }
    }
    if (used == LIMIT) {
      return null;
    }
    Need need = new Need(lock, shared, site, Traces.at(site, t), t.epoch);
    add(need);
    return need;
  }

  /** The entry of a lock in a mode that excludes a holder in that mode, or null. */
  Need against(LockClock lock, boolean heldShared) {
    Need[] all = table;
    if (all.length == 0) {
      return null;
    }
    int mask = all.length - 1;
    for (int i = hash(lock) & mask; all[i] != null; i = i + 1 & mask) {
      if (all[i].lock == lock && !(all[i].shared && heldShared)) {
        return all[i];
      }
    }
    return null;
  }

  /** Takes over what an inner task asked for. */
  void addAll(Needs inner) {
    for (Need n : inner.table) {
      if (n != null && used < LIMIT && against(n.lock, false) == null) {
        add(n);
      }
    }
  }

  private void add(Need need) {
    if (++used * 2 > table.length) {
      Need[] old = table;
      Need[] larger = new Need[Math.max(4, old.length * 2)];
      for (Need n : old) {
        if (n != null) {
          put(larger, n);
        }
      }
      put(larger, need);
      table = larger;
    } else {
      put(table, need);
    }
  }

  private static void put(Need[] table, Need need) {
    int mask = table.length - 1;
    int i = hash(need.lock) & mask;
    while (table[i] != null) {
      i = i + 1 & mask;
    }
    table[i] = need;
  }

  private static int hash(LockClock lock) {
    return lock.hash;
  }
}
