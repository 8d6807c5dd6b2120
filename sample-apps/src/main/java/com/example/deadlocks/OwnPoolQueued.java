package com.example.deadlocks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

// blocked: one of 2 pool threads, result of java.util.concurrent.FutureTask
/** As {@link OwnPool}, where the inner task goes through the queue to a thread that runs. */
public final class OwnPoolQueued {
  private static final ExecutorService pool = Executors.newFixedThreadPool(2);

  private OwnPoolQueued() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ((ThreadPoolExecutor) pool).prestartAllCoreThreads();
    System.out.println(pool.submit(OwnPoolQueued::outer).get());
    pool.shutdown();
  }

  private static int outer() throws Exception {
    return pool.submit(() -> 1).get(); // wants
  }
}
