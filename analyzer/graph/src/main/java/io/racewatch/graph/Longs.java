package io.racewatch.graph;

import java.util.Arrays;

/** A growing array of longs, in blocks so that growth never copies. Not thread-safe. */
final class Longs {
  private static final int BITS = 15;
  private static final int MASK = (1 << BITS) - 1;

  private long[][] blocks = new long[8][];
  private int size;

  void add(long value) {
    int block = size >>> BITS;
    if ((size & MASK) == 0) {
      if (block == blocks.length) {
        blocks = Arrays.copyOf(blocks, block * 2);
      }
      blocks[block] = new long[1 << BITS];
    }
    blocks[block][size & MASK] = value;
    size++;
  }

  long get(int index) {
    return blocks[index >>> BITS][index & MASK];
  }

  void set(int index, long value) {
    blocks[index >>> BITS][index & MASK] = value;
  }

  int size() {
    return size;
  }
}
