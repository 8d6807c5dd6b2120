package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/**
 * The shadow of an array: a state for each element (JLS 17.6: neighbours never interfere), kept by
 * blocks. A block that was only ever used whole has one state; the first access to a part of it
 * gives each element its own. A word of {@link #blocks} goes from null over whole-block states to
 * the states of the elements, each step by compare-and-set, never back.
 */
final class ArrayShadow extends IdentityEntry {
  static final int BLOCK_BITS = 4;
  static final int BLOCK = 1 << BLOCK_BITS;

  private static final long ENTRY = 72;
  private static final long CELLS = 16 + 4 * BLOCK;
  private static final Table TABLE = new Table();

  final Object[] blocks;
  final int length;

  /** Blocks that were split; racy, for the budget alone. */
  private int split;

  private ArrayShadow(Object array, int length) {
    super(array);
    this.length = length;
    this.blocks = new Object[length + BLOCK - 1 >>> BLOCK_BITS];
  }

  /** About how much it takes: itself, its blocks, and the cells that were split so far. */
  private long bytes() {
    return ENTRY + 4L * blocks.length + split * CELLS;
  }

  /** How many arrays are watched. */
  static int watched() {
    return TABLE.size();
  }

  /** All arrays that woven code accessed. */
  static final class Table extends IdentityTable<ArrayShadow> {
    @Override
    protected ArrayShadow make(Object array) {
      return Budget.allows()
          ? new ArrayShadow(array, java.lang.reflect.Array.getLength(array))
          : null;
    }

    @Override
    protected void stored(ArrayShadow entry) {
      Budget.take(entry.bytes());
    }

    @Override
    protected void dropped(ArrayShadow entry) {
      Budget.giveBack(entry.bytes());
    }
  }

  /** The shadow of an array, through the thread's cache of recent ones; null if unwatched. */
  static ArrayShadow of(Object array, ThreadState t, int site) {
    ArrayShadow[] cache = t.caches.arrays;
    int slot = site & cache.length - 1;
    ArrayShadow shadow = cache[slot];
    if (shadow == null || !shadow.of(array)) {
      shadow = TABLE.get(array);
      cache[slot] = shadow;
      t.caches.missed();
    }
    return shadow;
  }

  /** Whether the thread has read or written the element in this epoch, if that is quickly seen. */
  static boolean hasRead(Object array, int index, ThreadState t, int site) {
    Shadow s = quick(array, index, t, site);
    return s != null && (s.readEpoch == t.epoch || s.writeEpoch == t.epoch);
  }

  /** Whether the thread has written the element in this epoch, if that is quickly seen. */
  static boolean hasWritten(Object array, int index, ThreadState t, int site) {
    Shadow s = quick(array, index, t, site);
    return s != null && s.writeEpoch == t.epoch;
  }

  private static Shadow quick(Object array, int index, ThreadState t, int site) {
    ArrayShadow[] cache = t.caches.arrays;
    ArrayShadow shadow = cache[site & cache.length - 1];
    if (shadow == null || !shadow.of(array)) {
      return null;
    }
    return shadow.blocks[index >>> BLOCK_BITS] instanceof Shadow[] cells
        ? cells[index & BLOCK - 1]
        : null;
  }

  /** The states of the elements of the block that holds {@code index}; splits a whole block. */
  Shadow[] cells(int block) {
    while (true) {
      Object there = Internals.U.getReferenceAcquire(blocks, Internals.element(block));
      if (there instanceof Shadow[] cells) {
        return cells;
      }
      if (there instanceof OwnShadow own) {
        own.retire();
        Internals.U.compareAndSetReference(blocks, Internals.element(block), own, own.successor());
        continue;
      }
      Shadow[] cells = new Shadow[Math.min(BLOCK, length - (block << BLOCK_BITS))];
      if (there != null) {
        java.util.Arrays.fill(cells, ((SharedShadow) there).again());
      }
      if (Internals.U.compareAndSetReference(blocks, Internals.element(block), there, cells)) {
        split++;
        Budget.take(CELLS);
        return cells;
      }
    }
  }

  void read(int index, Object array, ThreadState t, int site) {
    Shadow[] cells = cells(index >>> BLOCK_BITS);
    int cell = index & BLOCK - 1;
    Shadow s = cells[cell];
    if (s == null || s.readEpoch != t.epoch && s.writeEpoch != t.epoch) {
      Detector.read(cells, Internals.element(cell), array, index, t, site);
    }
  }

  void write(int index, Object array, ThreadState t, int site) {
    Shadow[] cells = cells(index >>> BLOCK_BITS);
    int cell = index & BLOCK - 1;
    Shadow s = cells[cell];
    if (s == null || s.writeEpoch != t.epoch) {
      Detector.write(cells, Internals.element(cell), array, index, t, site);
    }
  }

  /**
   * Accesses {@code from} to {@code to}, exclusive; clipped to the array. Neighbours mostly go from
   * the same state to the same other one, which is then found and judged once.
   */
  void range(int from, int to, boolean writes, Object array, ThreadState t, int site) {
    int end = Math.min(to, length);
    int i = Math.max(from, 0);
    Object before = null;
    Object after = null;
    while (i < end) {
      int block = i >>> BLOCK_BITS;
      int blockEnd = Math.min(block + 1 << BLOCK_BITS, length);
      Object there = blocks[block];
      boolean even = Reductions.BLOCKS && (i & BLOCK - 1) == 0 && blockEnd <= end;
      boolean whole = even && !(there instanceof Shadow[]);
      Object[] words = whole ? blocks : cells(block);
      int stop = whole ? blockEnd : Math.min(blockEnd, end);
      while (i < stop) {
        int word = whole ? block : i & BLOCK - 1;
        there = words[word];
        if (there == null || there != before || !step(words, word, before, after)) {
          one(words, word, whole, i, writes, array, t, site);
          after = words[word];
          before = isStep(there, after, writes, t) ? there : null;
        }
        i = whole ? blockEnd : i + 1;
      }
    }
  }

  /** Whether this thread's access, and nothing else, leads from one state to the other. */
  private static boolean isStep(Object before, Object after, boolean writes, ThreadState t) {
    if (!(after instanceof SharedShadow s) || !(before instanceof SharedShadow)) {
      return false;
    }
    return after == before || (writes ? s.writeEpoch : s.readEpoch) == t.epoch;
  }

  /** The same step as before, for one more word. */
  private static boolean step(Object[] words, int word, Object before, Object after) {
    ((SharedShadow) after).again();
    return after == before
        || Internals.U.compareAndSetReference(words, Internals.element(word), before, after);
  }

  private void one(
      Object[] words,
      int word,
      boolean whole,
      int index,
      boolean writes,
      Object array,
      ThreadState t,
      int site) {
    if (whole) {
      wholeBlock(word, index, writes, array, t, site);
    } else if (writes) {
      write(index, array, t, site);
    } else {
      read(index, array, t, site);
    }
  }

  /** One check for a block that has one state, or none. Another thread may split it meanwhile. */
  private void wholeBlock(
      int block, int first, boolean writes, Object array, ThreadState t, int site) {
    try {
      long word = Internals.element(block);
      if (writes) {
        Detector.write(blocks, word, true, array, first, t, site);
      } else {
        Detector.read(blocks, word, true, array, first, t, site);
      }
    } catch (ClassCastException split) {
      int end = Math.min(first + BLOCK, length);
      for (int i = first; i < end; i++) {
        if (writes) {
          write(i, array, t, site);
        } else {
          read(i, array, t, site);
        }
      }
    }
  }
}
