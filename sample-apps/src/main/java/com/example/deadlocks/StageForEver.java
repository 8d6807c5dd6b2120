package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import java.util.concurrent.CompletableFuture;

// hangs
// deadlock: lock, result of java.util.concurrent.CompletableFuture
/** Joins a stage that waits for the lock of the one that joins. */
public final class StageForEver {
  private static final Object lock = new Object();

  private StageForEver() {}

  /** Starts here. */
  public static void main(String[] args) {
    OrderRwIgnored order = new OrderRwIgnored();
    CompletableFuture<String> stage =
        CompletableFuture.supplyAsync(
            () -> {
              order.await(1);
              synchronized (lock) { // wants
                return "never here";
              }
            });
    synchronized (lock) {
      order.step();
      System.out.println(stage.join()); // wants
    }
  }
}
