package io.racewatch.runtime.table;

import jdk.internal.misc.Unsafe;

/**
 * Entries of objects that have a place for them: instances of woven classes, whose outermost woven
 * class has a field {@code $rw$beside}. It holds the first of the object's entries in all tables,
 * linked by {@link IdentityEntry#next}. Such entries need no hash, stand in no table, and die with
 * their object, where an entry in a table outlives it by a collection. An entry that is stored is
 * never taken out again. Thread-safe without locks.
 */
public final class Beside {
  /** The field that weaving adds. */
  public static final String FIELD = "$rw$beside";

  private static final Unsafe U = Unsafe.getUnsafe();
  private static final Places PLACES = new Places();

  /** Steps of {@link #hash}: the golden ratio, which spreads numbers that follow one another. */
  private static final int STEP = 0x9E3779B9;

  private static int lastHash;

  private Beside() {}

  /** Where the field stands in the objects of a class, or -1. Keeps no class alive. */
  private static final class Places extends ClassValue<Long> {
    @Override
    protected Long computeValue(Class<?> type) {
      for (Class<?> c = type; c != null; c = c.getSuperclass()) {
        long offset = Offsets.of(c, FIELD);
        if (offset > 0) {
          return offset;
        }
      }
      return -1L;
    }
  }

  /** Where in the object its entries are; -1 if it has no place for them. */
  static long place(Object key) {
    return PLACES.get(key.getClass());
  }

  /** A number for a new entry. Two may be equal, which only makes caches less useful. */
  static int hash() {
    return lastHash += STEP;
  }

  /** The entry of the object in a table, or null. */
  static IdentityEntry find(IdentityTable<?> table, Object key, long place) {
    IdentityEntry first = (IdentityEntry) U.getReferenceAcquire(key, place);
    if (first == null || !first.of(key)) {
      return null; // a clone has a copy of the original's
    }
    for (IdentityEntry e = first; e != null; e = e.next) {
      if (e.table == table) {
        return e;
      }
    }
    return null;
  }

  /** Stores an entry unless there is one by now; returns the one that is there. */
  static IdentityEntry keep(IdentityEntry made, Object key, long place) {
    while (true) {
      IdentityEntry first = (IdentityEntry) U.getReferenceAcquire(key, place);
      boolean copied = first != null && !first.of(key);
      IdentityEntry there = copied ? null : find(made.table, key, place);
      if (there != null) {
        return there;
      }
      made.next = copied ? null : first;
      // Pairs with the reads with acquire: whoever finds the entry sees it whole.
      if (U.compareAndSetReference(key, place, first, made)) {
        return made;
      }
    }
  }
}
