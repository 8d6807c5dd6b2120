package io.racewatch.runtime;

import java.util.Arrays;

/**
 * A set of locks held at all accesses to a variable (Savage et al., Eraser, SOSP 1997). Immutable.
 */
final class LockSet {
  static final LockSet EMPTY = new LockSet(new LockClock[0]);

  private final LockClock[] locks;

  private LockSet(LockClock[] locks) {
    this.locks = locks;
  }

  /** The set of one lock; each lock has just one such set. */
  static LockSet of(LockClock lock) {
    return new LockSet(new LockClock[] {lock});
  }

  boolean isEmpty() {
    return locks.length == 0;
  }

  boolean contains(LockClock lock) {
    for (LockClock l : locks) {
      if (l == lock) {
        return true;
      }
    }
    return false;
  }

  /** How many there are; one that was taken twice counts twice. */
  int size() {
    return locks.length;
  }

  /** One of them, the outermost being the first. */
  LockClock at(int index) {
    return locks[index];
  }

  /** With one more lock, the innermost. */
  LockSet with(LockClock lock) {
    if (locks.length == 0) {
      return lock.alone;
    }
    LockClock[] all = Arrays.copyOf(locks, locks.length + 1);
    all[locks.length] = lock;
    return new LockSet(all);
  }

  /** Whether both are of the same locks, taken in the same order. */
  boolean same(LockSet other) {
    return this == other || Arrays.equals(locks, other.locks);
  }

  /** The locks in both; one of the two itself where that is the answer. */
  LockSet intersect(LockSet other) {
    if (this == other) {
      return this;
    }
    int common = 0;
    for (LockClock l : locks) {
      common += other.contains(l) ? 1 : 0;
    }
    if (common == locks.length) {
      return this;
    }
    if (common == 0) {
      return EMPTY;
    }
    LockClock[] kept = new LockClock[common];
    int n = 0;
    for (LockClock l : locks) {
      if (other.contains(l)) {
        kept[n++] = l;
      }
    }
    return common == 1 ? kept[0].alone : new LockSet(kept);
  }
}
