package io.racewatch.runtime;

import io.racewatch.format.Entry;

/** The races seen, by their pair of sites. Bounded; look-ups of known pairs take no lock. */
final class RaceTable {
  private static final int SIZE = 1 << 14;

  private final Race[] races = new Race[SIZE];
  private int used;
  private boolean overflow;

  /** A pair of sites that raced. */
  static final class Race {
    final int id;
    final long key;
    final int kinds;

    /** Sightings; racy increments may lose some. */
    long count;

    private long flushed;
    private volatile boolean written;
    private volatile boolean writtenExact;
    private boolean hidden;

    Race(int id, long key, int kinds) {
      this.id = id;
      this.key = key;
      this.kinds = kinds;
    }

    /** It will not be in the run file, not even its count. */
    synchronized void hide() {
      hidden = true;
    }

    /** Whether the caller is to write it: the first time, and the first time with both stacks. */
    boolean claim(boolean exact) {
      // A race in a hot place comes again and again: first without the monitor.
      return !(written && (writtenExact || !exact)) && claimFirst(exact);
    }

    private synchronized boolean claimFirst(boolean exact) {
      if (written && (writtenExact || !exact)) {
        return false;
      }
      written = true;
      writtenExact |= exact;
      return true;
    }
  }

  /** The race of two sites, made at the first sight; null when the table is full. */
  Race race(int earlier, int later, boolean earlierReads, boolean laterWrites) {
    long key = (long) earlier << 32 | later;
    int kinds = (earlierReads ? 1 : 0) | (laterWrites ? 2 : 0);
    int start = (int) ((key ^ key >>> 32) * 0x9E3779B1L >>> 7) & SIZE - 1;
    for (int i = start; ; i = i + 1 & SIZE - 1) {
      Race race = races[i];
      if (race == null) {
        return insert(i, key, kinds);
      }
      if (race.key == key && race.kinds == kinds) {
        return race;
      }
    }
  }

  private synchronized Race insert(int from, long key, int kinds) {
    if (used > SIZE / 2) {
      overflow = true;
      return null;
    }
    int i = from;
    while (races[i] != null) {
      if (races[i].key == key && races[i].kinds == kinds) {
        return races[i];
      }
      i = i + 1 & SIZE - 1;
    }
    races[i] = new Race(++used, key, kinds);
    return races[i];
  }

  /** How often a pair of sites raced, whatever the operations. */
  synchronized long count(int earlier, int later) {
    long sum = 0;
    for (Race race : races) {
      sum += race != null && race.key == ((long) earlier << 32 | later) ? race.count : 0;
    }
    return sum;
  }

  /** How many pairs raced. */
  synchronized int size() {
    return used;
  }

  synchronized void flush() {
    for (Race race : races) {
      if (race != null && race.count != race.flushed && race.written && !race.hidden) {
        race.flushed = race.count;
        Recorder.append(new Entry.RaceSeen(race.id, race.count));
      }
    }
    if (overflow) {
      overflow = false;
      Recorder.append(
          new Entry.Note("more than " + SIZE / 2 + " pairs of places raced; the rest is left out"));
    }
  }
}
