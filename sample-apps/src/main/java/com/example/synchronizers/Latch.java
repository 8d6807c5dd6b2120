package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;

// clean
/** Each countDown happens before each await that returns. */
public final class Latch {
  private static int first;
  private static int second;

  private Latch() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(2);
    Threads.together(
        () -> {
          first = 1;
          latch.countDown();
        },
        () -> {
          second = 2;
          latch.countDown();
        },
        () -> {
          latch.await();
          System.out.println("sum " + (first + second));
        });
  }
}
