package com.example.counter;

import com.example.support.Threads;

// clean
/** Loses counts, but a volatile field is never in a data race. */
public final class VolatileCounter {
  private static volatile int value;

  private VolatileCounter() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> value++, () -> value++);
    System.out.println("value " + value);
  }
}
