package io.racewatch.runtime.table;

import jdk.internal.misc.Unsafe;

/**
 * A part of a table: chains of entries, and the spin lock under which they change.
 *
 * <p>Readers take no lock. An insertion stores {@link #buckets} after the entry is in its chain,
 * which pairs with the volatile read in {@link #find}. Only {@link #rebuild} moves entries from
 * chain to chain, under the eyes of readers: {@link #moves} is odd meanwhile, and who misses then
 * looks again.
 *
 * <p>A StackOverflowError or OutOfMemoryError may strike at each call. The lock is given back by a
 * store, which cannot fail; and no call is made where chains are not whole.
 */
final class Segment<E extends IdentityEntry> {
  private static final Unsafe U = Unsafe.getUnsafe();
  private static final long BUSY = U.objectFieldOffset(Segment.class, "busy");
  private static final int SMALL = 16;

  /** Chains that are swept with each insertion after a collection. */
  private static final int BY_THE_WAY = 4;

  /** Chains that are swept under one hold of the lock. */
  private static final int STRIDE = 512;

  private volatile int busy;
  private volatile int moves;
  private volatile IdentityEntry[] buckets = new IdentityEntry[SMALL];
  private int count;

  /** Chains up to here were swept since that collection, by those who inserted. */
  private int swept;

  private int sweptFor;

  @SuppressWarnings("unchecked")
  E find(Object key, int hash) {
    for (int turn = 0; ; turn++) {
      int before = moves;
      IdentityEntry[] all = buckets;
      for (IdentityEntry e = all[hash >>> 6 & all.length - 1]; e != null; e = e.next) {
        if (e.hash == hash && e.of(key)) {
          return (E) e;
        }
      }
      if ((before & 1) == 0 && moves == before) {
        return null;
      }
      Spin.pause(turn);
    }
  }

  E insert(IdentityTable<E> table, Object key, int hash) {
    lock();
    try {
      E entry = find(key, hash);
      if (entry != null) {
        return entry;
      }
      if (count >= buckets.length) {
        clean(table, 0, buckets.length);
        fit();
      }
      sweepSome(table);
      entry = table.make(key);
      if (entry != null) {
        IdentityEntry[] all = buckets;
        int bucket = hash >>> 6 & all.length - 1;
        entry.next = all[bucket];
        all[bucket] = entry;
        buckets = all; // release: pairs with the volatile read in find
        count++;
        table.stored(entry);
      }
      return entry;
    } finally {
      busy = 0;
    }
  }

  /**
   * A table into which much is inserted is swept by the way: entries of objects that died young
   * shall go before the next collection, which would have to copy them once more.
   */
  private void sweepSome(IdentityTable<E> table) {
    int now = Sweeper.collections();
    if (sweptFor != now) {
      sweptFor = now;
      swept = 0;
    }
    if (swept < buckets.length) {
      int to = Math.min(swept + BY_THE_WAY, buckets.length);
      clean(table, swept, to);
      swept = to;
    }
  }

  /** Takes out entries of dead objects, and gives room back. */
  void sweep(IdentityTable<E> table) {
    for (int from = 0; from < buckets.length; from += STRIDE) {
      lock();
      try {
        clean(table, from, Math.min(from + STRIDE, buckets.length));
      } finally {
        busy = 0;
      }
    }
    lock();
    try {
      if (count < buckets.length / 8) {
        fit();
      }
    } finally {
      busy = 0;
    }
  }

  int size() {
    return count;
  }

  /** Unlinks dead entries; a reader that stands on one goes on to the rest of its chain. */
  @SuppressWarnings("unchecked")
  private void clean(IdentityTable<E> table, int from, int to) {
    IdentityEntry[] all = buckets;
    for (int i = from; i < to; i++) {
      IdentityEntry before = null;
      for (IdentityEntry e = all[i]; e != null; e = e.next) {
        if (!e.of(null)) {
          before = e;
          continue;
        }
        if (before == null) {
          all[i] = e.next;
        } else {
          before.next = e.next;
        }
        count--;
        table.dropped((E) e);
      }
    }
    buckets = all;
  }

  /** As many chains as the entries ask for: between one and four of them for each two entries. */
  private void fit() {
    int size = SMALL;
    while (size < count * 2) {
      size *= 2;
    }
    if (size != buckets.length) {
      rebuild(new IdentityEntry[size]);
    }
  }

  /** Moves all entries. Calls nothing, so that nothing can end it half-way. */
  private void rebuild(IdentityEntry[] all) {
    IdentityEntry[] old = buckets;
    int mask = all.length - 1;
    moves++;
    for (int i = 0; i < old.length; i++) {
      IdentityEntry e = old[i];
      while (e != null) {
        IdentityEntry next = e.next;
        int bucket = e.hash >>> 6 & mask;
        e.next = all[bucket];
        all[bucket] = e;
        e = next;
      }
    }
    buckets = all;
    moves++;
  }

  private void lock() {
    for (int turn = 0; !U.compareAndSetInt(this, BUSY, 0, 1); turn++) {
      Spin.pause(turn);
    }
  }
}
