package io.racewatch.runtime.clock;

import jdk.internal.vm.annotation.DontInline;

/**
 * The clock of one thread: for each slot the last epoch of it that happened before the thread's
 * present (FastTrack, Flanagan and Freund, PLDI 2009). The thread's own entry is not kept here but
 * in its slot.
 *
 * <p>Chunks of entries are shared copy-on-write with the clocks that releases leave behind: a
 * release hands out the array of chunks as it stands and costs no copy; chunks that two clocks have
 * in common are skipped by a join. Used by its own thread alone; what {@link #share()} hands out is
 * never written again.
 */
public final class VectorClock {
  static final int CHUNK_BITS = 5;
  static final int CHUNK = 1 << CHUNK_BITS;
  private static final int[][] NONE = new int[0][];

  private int[][] chunks = NONE;
  private boolean ownTop;

  /** Bit i: chunk i is this clock's alone; chunks past 63 are copied at each first write. */
  private long owned;

  /** The epoch known of a slot, 0 if none. */
  public int get(int slot) {
    return get(chunks, slot);
  }

  /** The epoch that shared chunks know of a slot, 0 if none or if there are no chunks. */
  public static int get(int[][] all, int slot) {
    int chunk = slot >>> CHUNK_BITS;
    if (all == null || chunk >= all.length) {
      return 0;
    }
    int[] entries = all[chunk];
    return entries == null ? 0 : entries[slot & (CHUNK - 1)];
  }

  /** Whether the chunk at that index is this very array. */
  public boolean has(int index, int[] entries) {
    return index < chunks.length && chunks[index] == entries;
  }

  /** Raises the entry of a slot; a smaller value changes nothing. */
  public void raise(int slot, int clock) {
    if (get(slot) >= clock) {
      return;
    }
    int chunk = slot >>> CHUNK_BITS;
    writable(chunk)[slot & (CHUNK - 1)] = clock;
  }

  /** The chunks as they stand, immutable from now on; the clock goes on with copies. */
  public int[][] share() {
    ownTop = false;
    owned = 0;
    return chunks;
  }

  /** Takes over all that another clock knows. */
  @DontInline
  public void join(int[][] other) {
    if (other == chunks) {
      return;
    }
    if (chunks.length == 0) {
      chunks = other; // theirs, and so not to be written
      ownTop = false;
      owned = 0;
      return;
    }
    if (other.length > chunks.length) {
      writableTop(other.length - 1);
    }
    for (int i = 0; i < other.length; i++) {
      int[] theirs = other[i];
      if (theirs != null && (i >= chunks.length || chunks[i] != theirs)) {
        joinChunk(i, theirs);
      }
    }
  }

  private void joinChunk(int index, int[] theirs) {
    int[] mine = index < chunks.length ? chunks[index] : null;
    if (mine == null || covers(theirs, mine)) {
      writableTop(index)[index] = theirs;
      owned &= index < 64 ? ~(1L << index) : ~0L;
    } else if (!covers(mine, theirs)) {
      int[] target = writable(index);
      for (int i = 0; i < CHUNK; i++) {
        target[i] = Math.max(target[i], theirs[i]);
      }
    }
  }

  private static boolean covers(int[] a, int[] b) {
    for (int i = 0; i < CHUNK; i++) {
      if (a[i] < b[i]) {
        return false;
      }
    }
    return true;
  }

  @DontInline
  private int[] writable(int chunk) {
    int[][] top = writableTop(chunk);
    int[] entries = top[chunk];
    if (entries == null) {
      entries = new int[CHUNK];
    } else if (chunk >= 64 || (owned & 1L << chunk) == 0) {
      entries = entries.clone();
    } else {
      return entries;
    }
    top[chunk] = entries;
    if (chunk < 64) {
      owned |= 1L << chunk;
    }
    return entries;
  }

  private int[][] writableTop(int chunk) {
    if (!ownTop || chunk >= chunks.length) {
      int[][] copy = new int[Math.max(chunks.length, chunk + 1)][];
      System.arraycopy(chunks, 0, copy, 0, chunks.length);
      chunks = copy;
      ownTop = true;
    }
    return chunks;
  }
}
