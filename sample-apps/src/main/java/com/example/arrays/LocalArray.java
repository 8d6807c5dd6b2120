package com.example.arrays;

import com.example.support.Threads;

// race: int[]
/** An array that no field holds. */
public final class LocalArray {
  private LocalArray() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    int[] sum = new int[1];
    Threads.inOrder(
        () -> sum[0] += 1, // racy
        () -> sum[0] += 2); // racy
    System.out.println("sum " + sum[0]);
  }
}
