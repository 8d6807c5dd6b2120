package com.example.synchronizers;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

// race: value
/** One of two countDowns is missing, the waiter gives up and reads all the same. */
public final class LatchTimedOut {
  private static int value;

  private LatchTimedOut() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    CountDownLatch latch = new CountDownLatch(2);
    Threads.together(
        () -> {
          value = 1; // racy
          latch.countDown();
          order.step();
        },
        () -> {
          order.await(1);
          if (!latch.await(1, TimeUnit.MILLISECONDS)) {
            System.out.println("value " + value); // racy
          }
        });
  }
}
