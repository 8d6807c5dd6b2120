package com.example.deadlocks;

import com.example.support.Threads;

// clean
/** The opposite orders can never meet: one thread ends before the other starts. */
public final class OrderedByJoin {
  private static final Object left = new Object();
  private static final Object right = new Object();

  private OrderedByJoin() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(() -> take(left, right));
    Threads.together(() -> take(right, left));
  }

  private static void take(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        System.out.println("took both");
      }
    }
  }
}
