package com.example.arrays;

import com.example.support.Threads;

// race: data[]
/** Two loops whose ranges overlap in one element. */
public final class LoopOverlap {
  private static final long[] data = new long[100];

  private LoopOverlap() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> fill(0, 51), () -> fill(50, 100));
    System.out.println("overlap " + data[50]);
  }

  private static void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      data[i] = i; // racy
    }
  }
}
