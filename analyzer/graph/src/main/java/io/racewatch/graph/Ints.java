package io.racewatch.graph;

import java.util.Arrays;

/** A growing array of ints, in blocks so that growth never copies. Not thread-safe. */
final class Ints {
  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;

  private int[][] blocks = new int[8][];
  private int size;

  void add(int value) {
    int block = size >>> BITS;
    if ((size & MASK) == 0) {
      if (block == blocks.length) {
        blocks = Arrays.copyOf(blocks, block * 2);
      }
      blocks[block] = new int[1 << BITS];
    }
    blocks[block][size & MASK] = value;
    size++;
  }

  void set(int index, int value) {
    blocks[index >>> BITS][index & MASK] = value;
  }

  int get(int index) {
    return blocks[index >>> BITS][index & MASK];
  }

  int size() {
    return size;
  }
}
