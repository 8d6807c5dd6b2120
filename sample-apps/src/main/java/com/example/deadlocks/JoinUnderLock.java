package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// hangs
// deadlock: lock, end of thread needs the lock
/** Waits for the end of a thread that waits for the lock. */
public final class JoinUnderLock {
  private static final Object lock = new Object();

  private JoinUnderLock() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Thread thread =
        Threads.start(
            "needs the lock",
            () -> {
              order.await(1);
              synchronized (lock) { // wants
                System.out.println("never here");
              }
            });
    synchronized (lock) {
      order.step();
      thread.join(); // wants
    }
  }
}
