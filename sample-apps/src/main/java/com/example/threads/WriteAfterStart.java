package com.example.threads;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// race: late
/** Start orders what came before it, not what comes after. */
public final class WriteAfterStart {
  private static int early;
  private static int late;

  private WriteAfterStart() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    early = 1;
    Thread thread =
        Threads.start(
            "reader",
            () -> {
              order.await(1);
              System.out.println(early + " " + late); // racy
            });
    late = 2; // racy
    order.step();
    thread.join();
  }
}
