package com.example.arrays;

import com.example.support.Threads;

// clean
/** Neighbours never interfere, however small they are (JLS 17.6). */
public final class DifferentElements {
  private static final byte[] bytes = new byte[16];
  private static final boolean[] flags = new boolean[16];
  private static final int[] ints = new int[16];
  private static final Object[][] objects = new Object[2][8];

  private DifferentElements() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> fill(0), () -> fill(1));
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      sum += bytes[i] + ints[i] + (flags[i] ? 1 : 0);
    }
    System.out.println("sum " + sum + " " + objects[0][7] + objects[1][7]);
  }

  private static void fill(int start) {
    for (int i = start; i < 16; i += 2) {
      bytes[i] = 1;
      flags[i] = true;
      ints[i] += i;
    }
    for (int i = 0; i < 8; i++) {
      objects[start][i] = "o" + start;
    }
  }
}
