package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// blocked: lock, end of a thread
/** Joins with a lock in hand that the other takes, too; here the other was through in time. */
public final class JoinUnderLockInTime {
  private static final Object lock = new Object();

  private JoinUnderLockInTime() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Thread thread =
        Threads.start(
            "worker",
            () -> {
              synchronized (lock) { // wants
                System.out.println("in time");
              }
              order.step();
            });
    order.await(1);
    synchronized (lock) {
      thread.join(); // wants
    }
  }
}
