package com.example.counter;

import com.example.support.Threads;

// race: Totals.sum
// race: Totals.mean
/** Racing fields of two words, beside one that is not shared. */
public final class LongCounter {
  private LongCounter() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Totals totals = new Totals();
    Threads.inOrder(
        () -> {
          totals.first = 1;
          totals.sum = 1L << 40; // racy
          totals.mean = 0.5; // racy
        },
        () -> {
          totals.second = 2;
          totals.sum += 2; // racy
          totals.mean *= 2; // racy
        });
    System.out.println(totals.sum + " " + totals.mean + " " + (totals.first + totals.second));
  }

  private static final class Totals {
    private byte first;
    private long sum;
    private byte second;
    private double mean;
  }
}
