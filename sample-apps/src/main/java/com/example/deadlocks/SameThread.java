package com.example.deadlocks;

import com.example.support.Threads;

// clean
/** One thread takes the locks in both orders, and one lock twice. */
public final class SameThread {
  private static final Object left = new Object();
  private static final Object right = new Object();

  private SameThread() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          take(left, right);
          take(right, left);
          take(left, left);
        },
        () -> take(left, left));
  }

  private static void take(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        System.out.println("took both");
      }
    }
  }
}
