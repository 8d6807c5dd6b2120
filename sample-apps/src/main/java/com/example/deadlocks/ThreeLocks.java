package com.example.deadlocks;

import com.example.support.Threads;

// lock-cycle: first, second, third
/** A ring of three. */
public final class ThreeLocks {
  private static final Object first = new Object();
  private static final Object second = new Object();
  private static final Object third = new Object();

  private ThreeLocks() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          synchronized (first) {
            synchronized (second) { // wants
              System.out.println("first, second");
            }
          }
        },
        () -> {
          synchronized (second) {
            synchronized (third) { // wants
              System.out.println("second, third");
            }
          }
        },
        () -> {
          synchronized (third) {
            synchronized (first) { // wants
              System.out.println("third, first");
            }
          }
        });
  }
}
