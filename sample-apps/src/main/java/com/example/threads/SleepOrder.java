package com.example.threads;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// race: value
/** Waiting long enough is no synchronisation. */
public final class SleepOrder {
  private static int value;

  private SleepOrder() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Threads.together(
        () -> {
          value = 1; // racy
          order.step();
        },
        () -> {
          Thread.sleep(1);
          order.await(1);
          System.out.println("value " + value); // racy
        });
  }
}
