package com.example.arrays;

import com.example.support.Threads;

// race: data[]
/** Two threads write one element; their other elements are their own. */
public final class SameElement {
  private static final int[] data = new int[8];

  private SameElement() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          data[1] = 1;
          data[3] = 1; // racy
        },
        () -> {
          data[2] = 2;
          data[3] += 2; // racy
        });
    System.out.println("element " + data[3]);
  }
}
