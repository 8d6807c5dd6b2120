package com.example.counter;

import com.example.support.Threads;

// race: value
/** Each thread takes a lock, but not the same one. */
public final class TwoLocks {
  private static final Object LEFT = new Object();
  private static final Object RIGHT = new Object();
  private static int value;

  private TwoLocks() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          synchronized (LEFT) {
            value++; // racy
          }
        },
        () -> {
          synchronized (RIGHT) {
            value++; // racy
          }
        });
    System.out.println("value " + value);
  }
}
