package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;

// blocked: lock, signal of com.example.deadlocks.LatchUnderLock.done
/** Waits for a latch under the lock that who counts down needs; here it had counted before. */
public final class LatchUnderLock {
  private static final Object lock = new Object();
  private static final CountDownLatch done = new CountDownLatch(1);

  private LatchUnderLock() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Thread thread =
        Threads.start(
            "worker",
            () -> {
              synchronized (lock) { // wants
                done.countDown();
              }
              order.step();
            });
    order.await(1);
    synchronized (lock) {
      done.await(); // wants
    }
    thread.join();
  }
}
