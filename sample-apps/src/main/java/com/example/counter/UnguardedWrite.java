package com.example.counter;

import com.example.support.Threads;

// unguarded: total
/** All but one take the lock; that one is ordered by a join, in this run. */
public final class UnguardedWrite {
  private static final Object LOCK = new Object();
  private static int total;

  private UnguardedWrite() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(() -> add(1), () -> add(2));
    Threads.together(() -> total = 0);
    Threads.together(() -> add(3), () -> add(4));
    synchronized (LOCK) {
      System.out.println("total " + total);
    }
  }

  private static void add(int amount) {
    synchronized (LOCK) {
      total += amount;
    }
  }
}
