package com.example.executors;

import com.example.support.OrderRwIgnored;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// race: result
/** Nobody waits for the future. */
public final class ForgottenGet {
  private static int result;

  private ForgottenGet() {}

  /** Starts here. */
  public static void main(String[] args) {
    OrderRwIgnored order = new OrderRwIgnored();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(
        () -> {
          result = 42; // racy
          order.step();
        });
    order.await(1);
    System.out.println("result " + result); // racy
    pool.shutdown();
  }
}
