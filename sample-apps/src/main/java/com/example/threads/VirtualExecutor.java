package com.example.threads;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

// jdk: 21
// clean
/** A virtual thread for each task. */
public final class VirtualExecutor {
  private VirtualExecutor() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    int[] input = {20};
    Callable<int[]> task = () -> new int[] {input[0] + 1};
    Future<int[]> first = pool.submit(task);
    Future<int[]> second = pool.submit(task);
    System.out.println("sum " + (first.get()[0] + second.get()[0]));
    pool.shutdown();
  }
}
