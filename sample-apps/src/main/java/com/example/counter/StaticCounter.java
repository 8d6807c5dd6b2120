package com.example.counter;

import com.example.support.Threads;

// race: value
/** Two threads add to a static field. */
public final class StaticCounter {
  private static int value;

  private StaticCounter() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> value++, // racy
        () -> value++); // racy
    System.out.println("value " + value);
  }
}
