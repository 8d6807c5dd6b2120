package com.example.threads;

import com.example.support.OrderRwIgnored;
import com.example.support.VirtualThreads;

// jdk: 21
// race: value
/** Virtual threads on one carrier are not ordered by it. */
public final class VirtualRace {
  private static int value;

  private VirtualRace() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Thread first =
        VirtualThreads.start(
            () -> {
              value++; // racy
              order.step();
            });
    Thread second =
        VirtualThreads.start(
            () -> {
              order.await(1);
              value++; // racy
            });
    first.join();
    second.join();
    System.out.println("value " + value);
  }
}
