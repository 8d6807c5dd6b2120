package com.example.arrays;

import com.example.support.Threads;

// race: data[]
/** A copy reads the elements that another thread writes. */
public final class ArraycopyRace {
  private static final int[] data = new int[16];

  private ArraycopyRace() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> data[5] = 1, // racy
        () -> {
          int[] copy = new int[4];
          System.arraycopy(data, 4, copy, 0, 4); // racy
          System.out.println("copied " + copy[1]);
        });
  }
}
