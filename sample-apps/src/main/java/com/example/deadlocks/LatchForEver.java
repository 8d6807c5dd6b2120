package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;

// hangs
// deadlock: lock, signal of com.example.deadlocks.LatchForEver.done
/** Waits for a latch with the lock in hand that the other needs before it counts down. */
public final class LatchForEver {
  private static final Object lock = new Object();
  private static final CountDownLatch done = new CountDownLatch(1);

  private LatchForEver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Threads.together(
        () -> {
          synchronized (lock) {
            order.step();
            done.await(); // wants
          }
        },
        () -> {
          order.await(1);
          synchronized (lock) { // wants
            done.countDown();
          }
        });
  }
}
