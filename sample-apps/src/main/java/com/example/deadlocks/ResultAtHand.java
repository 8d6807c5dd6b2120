package com.example.deadlocks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

// clean
/**
 * A task that is a future itself, as libraries have them, goes through the pool's queue; the task
 * asks it for its result when that is at hand. Who puts a future into a queue does not complete it.
 */
public final class ResultAtHand {
  private static final ExecutorService pool = Executors.newFixedThreadPool(2);

  private ResultAtHand() {}

  /** A future with a volatile of its own; complete before anyone may ask. */
  private static final class Told implements Runnable, Future<Integer> {
    private volatile Integer value;

    @Override
    public void run() {
      value = 1;
      System.out.println(get());
      pool.shutdown();
    }

    @Override
    public Integer get() {
      return value;
    }

    @Override
    public Integer get(long time, TimeUnit unit) {
      return value;
    }

    @Override
    public boolean isDone() {
      return value != null;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public boolean cancel(boolean interrupt) {
      return false;
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ((ThreadPoolExecutor) pool).prestartAllCoreThreads();
    pool.submit(ResultAtHand::handOver).get();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the task did not end");
    }
  }

  /** Stays until the other thread of the pool is through with the task. */
  private static void handOver() {
    Told told = new Told();
    pool.execute(told);
    while (!told.isDone()) {
      Thread.onSpinWait();
    }
  }
}
