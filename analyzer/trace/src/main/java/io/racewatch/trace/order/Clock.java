package io.racewatch.trace.order;

import java.util.Arrays;

/**
 * What a thread knows of others: for each component the time up to which it comes after them. The
 * array is shared between a releaser and what it released to until one of them changes, so a
 * release costs nothing. Not thread-safe.
 */
final class Clock {
  /** What a release left behind. A known time of its thread proves that all of it is known. */
  record Snapshot(int[] known, int slot, int time) {}

  final int slot;
  int time = 1;
  private int[] known;
  private boolean shared;

  Clock(int slot, int slots) {
    this.slot = slot;
    this.known = new int[slots];
  }

  boolean knows(int otherSlot, int otherTime) {
    return otherSlot == slot || known[otherSlot] >= otherTime;
  }

  /** Whether nothing in it is news. */
  boolean knowsAll(Snapshot s) {
    if (s == null) {
      return true;
    }
    if (s.slot() >= 0) {
      return knows(s.slot(), s.time());
    }
    for (int i = 0; i < known.length; i++) {
      if (i != slot && known[i] < s.known()[i]) {
        return false;
      }
    }
    return true;
  }

  /** What others may know from now on; the thread enters its next time. */
  Snapshot release() {
    shared = true;
    return new Snapshot(known, slot, time++);
  }

  void acquire(Snapshot from) {
    if (knowsAll(from)) {
      return;
    }
    if (shared) {
      known = known.clone();
      shared = false;
    }
    int[] other = from.known();
    for (int i = 0; i < other.length; i++) {
      known[i] = Math.max(known[i], other[i]);
    }
    if (from.slot() >= 0) {
      known[from.slot()] = Math.max(known[from.slot()], from.time());
    }
  }

  /** What comes after both. */
  static Snapshot join(Snapshot a, Snapshot b) {
    if (a == null) {
      return b;
    }
    Clock both = new Clock(-1, 0);
    both.known = Arrays.copyOf(a.known(), a.known().length);
    if (a.slot() >= 0) {
      both.known[a.slot()] = Math.max(both.known[a.slot()], a.time());
    }
    both.acquire(b);
    return new Snapshot(both.known, -1, 0);
  }
}
