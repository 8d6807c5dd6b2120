package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

// blocked: lock, result of java.util.concurrent.FutureTask
/** Waits for a task with a lock in hand that the task takes, too; here the task was quicker. */
public final class ResultUnderLock {
  private static final Object lock = new Object();
  private static int jobs;

  private ResultUnderLock() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    OrderRwIgnored order = new OrderRwIgnored();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> job =
        pool.submit(
            () -> {
              synchronized (lock) { // wants
                jobs++;
              }
              order.step();
            });
    order.await(1);
    synchronized (lock) {
      job.get(); // wants
      System.out.println(jobs + " done");
    }
    pool.shutdown();
  }
}
