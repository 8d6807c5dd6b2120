package io.racewatch.trace.witness;

import java.util.Arrays;

/**
 * Where each thread of a slice stands, who has which lock and what each variable holds; goes
 * forward and back event by event, and tells which events are possible and which are harmless. Not
 * thread-safe.
 */
final class SliceState {
  private static final int FREE = -1;

  final Slice slice;

  /** The next event of each thread. */
  final int[] at;

  private final int[] owner;
  private final int[] last;
  private final int[] acquires;
  private final int[] mustAcquires;
  private final int[] writes;

  /** Reads to come that must see a write, by its number; by size + variable the initial value. */
  private final int[] readers;

  private final int[] mustReaders;
  private int unfinished;
  private long high;
  private long low;

  SliceState(Slice slice) {
    this.slice = slice;
    at = Arrays.copyOf(slice.start, slice.threads.length);
    owner = slice.owners.clone();
    last = new int[slice.variables];
    acquires = new int[slice.locks];
    mustAcquires = new int[slice.locks];
    writes = new int[slice.variables];
    readers = new int[slice.size() + slice.variables];
    mustReaders = new int[readers.length];
    for (int x = 0; x < last.length; x++) {
      last[x] = slice.size() + x;
    }
    for (int t = 0; t < at.length; t++) {
      count(t);
      unfinished += slice.inPattern[t] && at[t] < slice.start[t + 1] ? 1 : 0;
    }
  }

  private void count(int t) {
    for (int i = slice.start[t]; i < slice.start[t + 1]; i++) {
      boolean must = i < slice.must[t];
      switch (slice.op[i]) {
        case Slice.ACQUIRE -> {
          acquires[slice.object[i]]++;
          mustAcquires[slice.object[i]] += must ? 1 : 0;
        }
        case Slice.WRITE -> writes[slice.object[i]]++;
        case Slice.READ -> {
          readers[needed(i)]++;
          mustReaders[needed(i)] += must ? 1 : 0;
        }
        default -> {}
      }
    }
  }

  private int needed(int read) {
    int writer = slice.needs[read];
    return writer < 0 ? slice.size() + slice.object[read] : writer;
  }

  /** Whether all threads of the pattern stand before their acquires. */
  boolean isDone() {
    return unfinished == 0;
  }

  boolean isAtEnd(int t) {
    return at[t] == slice.start[t + 1];
  }

  /** Whether the thread's next event can be done now and leads to where a deadlock can be. */
  boolean isPossible(int t) {
    int i = at[t];
    int x = slice.object[i];
    return switch (slice.op[i]) {
      case Slice.ACQUIRE ->
          owner[x] == FREE && !(slice.kept[i] && mustAcquires[x] > slice.ownMust[i]);
      case Slice.RELEASE -> owner[x] == t;
      case Slice.READ -> last[x] == needed(i);
      case Slice.WRITE -> mustReaders[last[x]] == 0;
      case Slice.AWAIT -> at[x] >= slice.needs[i];
      default -> false;
    };
  }

  /**
   * Whether a possible event hinders none: whatever could be done without it can be done after it.
   */
  boolean isHarmless(int t) {
    int i = at[t];
    int x = slice.object[i];
    return switch (slice.op[i]) {
      case Slice.ACQUIRE -> acquires[x] == slice.own[i];
      case Slice.WRITE -> readers[last[x]] == 0 && (readers[i] == 0 || writes[x] == slice.own[i]);
      default -> true;
    };
  }

  /** Does the thread's next event; what {@link #undo} needs. */
  int step(int t) {
    int i = at[t];
    int x = slice.object[i];
    int before = 0;
    move(t, 1);
    switch (slice.op[i]) {
      case Slice.ACQUIRE -> {
        owner[x] = t;
        acquires[x]--;
        mustAcquires[x] -= i < slice.must[t] ? 1 : 0;
      }
      case Slice.RELEASE -> owner[x] = FREE;
      case Slice.READ -> read(i, t, -1);
      case Slice.WRITE -> {
        before = last[x];
        writes[x]--;
        hold(x, i);
      }
      default -> {}
    }
    return before;
  }

  /** Takes back the thread's last event. */
  void undo(int t, int before) {
    move(t, -1);
    int i = at[t];
    int x = slice.object[i];
    switch (slice.op[i]) {
      case Slice.ACQUIRE -> {
        owner[x] = FREE;
        acquires[x]++;
        mustAcquires[x] += i < slice.must[t] ? 1 : 0;
      }
      case Slice.RELEASE -> owner[x] = t;
      case Slice.READ -> read(i, t, 1);
      case Slice.WRITE -> {
        writes[x]++;
        hold(x, before);
      }
      default -> {}
    }
  }

  private void read(int i, int t, int by) {
    readers[needed(i)] += by;
    mustReaders[needed(i)] += i < slice.must[t] ? by : 0;
  }

  private void move(int t, int by) {
    if (slice.inPattern[t]) {
      unfinished += at[t] == slice.start[t + 1] ? 1 : 0;
      unfinished -= at[t] + by == slice.start[t + 1] ? 1 : 0;
    }
    mix(t, at[t]);
    at[t] += by;
    mix(t, at[t]);
  }

  private void hold(int x, int write) {
    mix(~x, last[x]);
    last[x] = write;
    mix(~x, write);
  }

  /** Positions and values decide who has which lock, so these need no part. */
  private void mix(int what, int value) {
    long key = (long) what << 32 | value & 0xffffffffL;
    high ^= scramble(key * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L);
    low ^= scramble(key * 0xd1342543de82ef95L + 0x2545f4914f6cdd1dL);
  }

  private static long scramble(long z) {
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** Puts the state into the set; whether it was new there. */
  boolean isNewIn(StateSet set) {
    return set.add(high, low);
  }
}
