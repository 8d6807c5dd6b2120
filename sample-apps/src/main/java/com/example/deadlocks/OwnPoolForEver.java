package com.example.deadlocks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// hangs
// deadlock: result of java.util.concurrent.FutureTask in a pool of 1 threads
/** A task waits for another that no thread of the pool is left to run. */
public final class OwnPoolForEver {
  private static final ExecutorService pool = Executors.newFixedThreadPool(1);

  private OwnPoolForEver() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    pool.submit(OwnPoolForEver::outer).get();
  }

  private static int outer() throws Exception {
    return pool.submit(() -> 1).get(); // wants
  }
}
