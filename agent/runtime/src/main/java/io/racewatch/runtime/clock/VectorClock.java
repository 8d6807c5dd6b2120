package io.racewatch.runtime.clock;

import java.util.Arrays;
import jdk.internal.vm.annotation.DontInline;

/**
 * The clock of one thread: for each slot the last epoch of it that happened before the thread's
 * present (FastTrack, Flanagan and Freund, PLDI 2009). The thread's own entry is not kept here but
 * in its slot.
 *
 * <p>While all slots fit into one chunk the clock {@link #isShort}: then a release copies its
 * entries and an acquire takes them over one by one, in place and within some nanoseconds. A longer
 * one is shared copy-on-write with the clocks that releases leave behind: a release hands out the
 * array of chunks as it stands and costs no copy; chunks that two clocks have in common are skipped
 * by a join. Used by its own thread alone; what {@link #share()} hands out is never written again.
 */
public final class VectorClock {
  static final int CHUNK_BITS = 5;

  /** Entries of a chunk. */
  public static final int CHUNK = 1 << CHUNK_BITS;

  private static final int LEAST = 4;
  private static final int[][] NONE = new int[0][];

  private int[][] chunks = NONE;
  private boolean ownTop;

  /** Bit i: chunk i is this clock's alone; chunks past 63 are copied at each first write. */
  private long owned;

  /** Entries of the first chunk from here on are 0. */
  private int used;

  /** What is about to be learned, if it is short; null until it first is. */
  private int[] lent;

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
    used = Math.max(used, Math.min(slot + 1, CHUNK));
  }

  /** Whether all that it knows is in the first chunk. */
  public boolean isShort() {
    return chunks.length <= 1;
  }

  /**
   * Copies the entries of a clock that is short.
   *
   * @param into where to, of any length up to {@link #CHUNK}; or null
   * @return the same array, or a longer one if they do not fit
   */
  public int[] copyTo(int[] into) {
    int[] to = into != null && into.length >= used ? into : new int[room(used)];
    if (used > 0) {
      System.arraycopy(chunks[0], 0, to, 0, to.length);
    } else {
      Arrays.fill(to, 0);
    }
    return to;
  }

  /**
   * Raises entries of an array to those of a clock that is short.
   *
   * @param into of any length up to {@link #CHUNK}; or null
   * @param least how long it must be
   * @return the same array, or a longer one that takes its place
   */
  public int[] raiseIn(int[] into, int least) {
    int length = room(Math.max(least, used));
    int[] to = into == null ? new int[length] : into;
    to = to.length < length ? Arrays.copyOf(to, length) : to;
    for (int i = 0; i < used; i++) {
      to[i] = Math.max(to[i], chunks[0][i]);
    }
    return to;
  }

  private static int room(int entries) {
    int length = LEAST;
    while (length < entries) {
      length *= 2;
    }
    return length;
  }

  /** Takes over the entries of a clock that is short, from its array. */
  public void join(int[] entries) {
    int[] mine = writable(0);
    for (int i = 0; i < entries.length; i++) {
      mine[i] = Math.max(mine[i], entries[i]);
    }
    used = Math.max(used, entries.length);
  }

  /**
   * Keeps a copy of the entries of another clock, which is short and may change as soon as its lock
   * is given back, until {@link #joinLent}.
   */
  public void lend(int[] entries) {
    if (lent == null || lent.length < entries.length) {
      lent = new int[entries.length];
    }
    System.arraycopy(entries, 0, lent, 0, entries.length);
    Arrays.fill(lent, entries.length, lent.length, 0);
  }

  /** Takes over what it was lent. */
  public void joinLent() {
    join(lent);
  }

  /** What it was lent, as chunks. */
  public int[][] lent() {
    return new int[][] {Arrays.copyOf(lent, CHUNK)};
  }

  /** Becomes equal to another clock. */
  public void set(VectorClock other) {
    if (!other.isShort()) {
      chunks = other.share();
      ownTop = false;
      owned = 0;
    } else if (other.used > 0) {
      chunks = ownTop && chunks.length == 1 ? chunks : new int[1][];
      ownTop = true;
      chunks[0] = (owned & 1) != 0 && chunks[0] != null ? chunks[0] : new int[CHUNK];
      owned = 1;
      System.arraycopy(other.chunks[0], 0, chunks[0], 0, CHUNK);
    } else {
      chunks = NONE;
      ownTop = false;
      owned = 0;
    }
    used = other.used;
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
      used = usedOf(other);
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
    used = Math.max(used, usedOf(other));
  }

  private static int usedOf(int[][] chunks) {
    int used = chunks.length == 0 || chunks[0] == null ? 0 : CHUNK;
    while (used > 0 && chunks[0][used - 1] == 0) {
      used--;
    }
    return used;
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
