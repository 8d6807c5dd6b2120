package com.example.deadlocks;

import com.example.support.Threads;

// clean
/** The opposite orders are kept apart by a third lock that both hold. */
public final class GateLocked {
  private static final Object gate = new Object();
  private static final Object left = new Object();
  private static final Object right = new Object();

  private GateLocked() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          synchronized (gate) {
            take(left, right);
          }
        },
        () -> {
          synchronized (gate) {
            take(right, left);
          }
        });
  }

  private static void take(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        System.out.println("took both");
      }
    }
  }
}
