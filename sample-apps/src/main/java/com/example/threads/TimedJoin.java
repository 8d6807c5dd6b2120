package com.example.threads;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// race: value
/** A join that gave up waiting orders nothing. */
public final class TimedJoin {
  private static int value;

  private TimedJoin() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Thread thread =
        Threads.start(
            "writer",
            () -> {
              value = 1; // racy
              order.step();
              order.await(2);
            });
    order.await(1);
    thread.join(1);
    value++; // racy
    order.step();
    thread.join();
    System.out.println("value " + value);
  }
}
