package com.example.deadlocks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// blocked: one of 2 pool threads, result of java.util.concurrent.FutureTask
/** A task waits for a task of its own pool; with two such at once nobody is left for the inner. */
public final class OwnPool {
  private static final ExecutorService pool = Executors.newFixedThreadPool(2);

  private OwnPool() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    System.out.println(pool.submit(OwnPool::outer).get());
    pool.shutdown();
  }

  private static int outer() throws Exception {
    return pool.submit(() -> 1).get(); // wants
  }
}
