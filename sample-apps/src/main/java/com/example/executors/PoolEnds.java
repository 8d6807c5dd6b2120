package com.example.executors;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

// clean
/** The end of a pool comes after all its tasks, whichever worker leaves last. */
public final class PoolEnds {
  private static final int ROUNDS = 400;
  private static final int TASKS = 4;

  private static int calls;

  private PoolEnds() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += round(Executors.newCachedThreadPool());
      sum += round(new Counting());
    }
    System.out.println("sum " + sum + ", pools told of their end " + calls);
  }

  private static int round(ExecutorService pool) throws InterruptedException {
    int[] results = new int[TASKS];
    for (int i = 0; i < TASKS; i++) {
      int at = i;
      pool.execute(() -> results[at] = at);
    }
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the pool did not end");
    }
    return results[0] + results[1] + results[2] + results[3];
  }

  private static final class Counting extends ThreadPoolExecutor {
    Counting() {
      super(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void terminated() {
      calls++;
    }
  }
}
