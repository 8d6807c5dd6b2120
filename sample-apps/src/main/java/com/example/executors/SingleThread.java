package com.example.executors;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// clean
/** The tasks of one thread are ordered by that thread. */
public final class SingleThread {
  private static int value;

  private SingleThread() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    for (int i = 0; i < 10; i++) {
      pool.execute(() -> value++);
    }
    pool.submit(() -> System.out.println("value " + value)).get();
    pool.shutdown();
  }
}
