package io.racewatch.trace.order;

import java.util.Arrays;

/**
 * The last accesses of each shared variable, after FastTrack (Flanagan and Freund, PLDI 2009): the
 * last write; the last read as long as reads follow one another, else the last read of each thread
 * since that write. Until a variable's first race its writes are all ordered, so this is enough to
 * name the latest access that the racing one is not ordered after.
 */
final class Accesses {
  private static final int[] DONE = {};

  private final int[] writeSlot;
  private final int[] writeTime;
  private final int[] writeEvent;
  private final int[] readSlot;
  private final int[] readTime;
  private final int[] readEvent;

  /** Per variable and slot: time and event; {@link #DONE} after the first race. */
  private final int[][] reads;

  private final int slots;

  Accesses(int variables, int slots) {
    this.slots = slots;
    writeSlot = none(variables);
    writeTime = new int[variables];
    writeEvent = new int[variables];
    readSlot = none(variables);
    readTime = new int[variables];
    readEvent = new int[variables];
    reads = new int[variables][];
  }

  private static int[] none(int size) {
    int[] all = new int[size];
    Arrays.fill(all, -1);
    return all;
  }

  /** The latest conflicting access that is not ordered before this one, or -1. */
  int access(int x, boolean writes, Clock by, int event) {
    if (reads[x] == DONE) {
      return -1;
    }
    int race = -1;
    if (writeSlot[x] >= 0 && !by.knows(writeSlot[x], writeTime[x])) {
      race = writeEvent[x];
    }
    if (writes) {
      race = Math.max(race, unorderedRead(x, by));
      write(x, by, event);
    } else {
      read(x, by, event);
    }
    if (race >= 0) {
      reads[x] = DONE;
    }
    return race;
  }

  private int unorderedRead(int x, Clock by) {
    int[] all = reads[x];
    if (all == null) {
      boolean races = readSlot[x] >= 0 && !by.knows(readSlot[x], readTime[x]);
      return races ? readEvent[x] : -1;
    }
    int latest = -1;
    for (int s = 0; s < slots; s++) {
      if (all[2 * s] > 0 && !by.knows(s, all[2 * s])) {
        latest = Math.max(latest, all[2 * s + 1]);
      }
    }
    return latest;
  }

  private void write(int x, Clock by, int event) {
    writeSlot[x] = by.slot;
    writeTime[x] = by.time;
    writeEvent[x] = event;
    readSlot[x] = -1;
    reads[x] = null;
  }

  private void read(int x, Clock by, int event) {
    int[] all = reads[x];
    if (all == null && (readSlot[x] < 0 || by.knows(readSlot[x], readTime[x]))) {
      readSlot[x] = by.slot;
      readTime[x] = by.time;
      readEvent[x] = event;
      return;
    }
    if (all == null) {
      all = reads[x] = new int[2 * slots];
      all[2 * readSlot[x]] = readTime[x];
      all[2 * readSlot[x] + 1] = readEvent[x];
    }
    all[2 * by.slot] = by.time;
    all[2 * by.slot + 1] = event;
  }
}
