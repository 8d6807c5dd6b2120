package io.racewatch.runtime.table;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A weak map from objects, by identity, to entries. Look-ups take no lock; an insertion takes the
 * short spin lock of its segment, under which only this class and the entry's constructor run.
 * Entries of dead objects are swept when a segment would grow.
 *
 * @param <E> the kind of entry
 */
public abstract class IdentityTable<E extends IdentityEntry> {
  private static final int SEGMENTS = 64;
  private final Segment<E>[] segments;

  /** An empty table. */
  @SuppressWarnings("unchecked")
  protected IdentityTable() {
    segments = new Segment[SEGMENTS];
    for (int i = 0; i < SEGMENTS; i++) {
      segments[i] = new Segment<>();
    }
  }

  /** Makes the entry of an object; null if none may be made. Runs under a spin lock. */
  protected abstract E make(Object key);

  /** An entry was dropped because its object is dead. Runs under a spin lock. */
  protected void dropped(E entry) {}

  /** The entry of an object, or null. */
  public final E find(Object key) {
    int hash = System.identityHashCode(key);
    return segments[segment(hash)].find(key, hash);
  }

  /** The entry of an object, made if there is none; null if {@link #make} refused. */
  public final E get(Object key) {
    int hash = System.identityHashCode(key);
    Segment<E> segment = segments[segment(hash)];
    E entry = segment.find(key, hash);
    return entry != null ? entry : segment.insert(this, key, hash);
  }

  /** About how many entries there are, dead ones included. */
  public final int size() {
    int sum = 0;
    for (Segment<E> segment : segments) {
      sum += segment.count;
    }
    return sum;
  }

  private static int segment(int hash) {
    return (hash ^ hash >>> 11) & SEGMENTS - 1;
  }

  @SuppressWarnings("serial")
  private static final class Segment<E extends IdentityEntry> extends AtomicInteger {
    /** Written under the lock with all entries in place; readers that miss ask again locked. */
    private volatile IdentityEntry[] buckets = new IdentityEntry[16];

    private int count;

    @SuppressWarnings("unchecked")
    E find(Object key, int hash) {
      IdentityEntry[] all = buckets;
      for (IdentityEntry e = all[hash >>> 6 & all.length - 1]; e != null; e = e.next) {
        if (e.of(key)) {
          return (E) e;
        }
      }
      return null;
    }

    E insert(IdentityTable<E> table, Object key, int hash) {
      lock();
      try {
        E entry = find(key, hash);
        if (entry != null) {
          return entry;
        }
        entry = table.make(key);
        if (entry != null) {
          if (++count > buckets.length) {
            rebuild(table);
          }
          link(buckets, entry);
          buckets = buckets; // release: pairs with the volatile read in find
        }
        return entry;
      } finally {
        set(0);
      }
    }

    private static void link(IdentityEntry[] all, IdentityEntry entry) {
      int bucket = entry.hash >>> 6 & all.length - 1;
      entry.next = all[bucket];
      all[bucket] = entry;
    }

    /** Drops dead entries and doubles the buckets if most are alive. */
    @SuppressWarnings("unchecked")
    private void rebuild(IdentityTable<E> table) {
      IdentityEntry[] old = buckets;
      int live = 0;
      for (IdentityEntry head : old) {
        for (IdentityEntry e = head; e != null; e = e.next) {
          live += e.of(null) ? 0 : 1;
        }
      }
      IdentityEntry[] all = new IdentityEntry[live > old.length / 2 ? old.length * 2 : old.length];
      for (IdentityEntry head : old) {
        for (IdentityEntry e = head, next; e != null; e = next) {
          next = e.next;
          if (!e.of(null)) {
            link(all, e);
          } else {
            table.dropped((E) e);
          }
        }
      }
      buckets = all;
      count = live + 1;
    }

    private void lock() {
      while (!compareAndSet(0, 1)) {
        Thread.onSpinWait();
      }
    }
  }
}
