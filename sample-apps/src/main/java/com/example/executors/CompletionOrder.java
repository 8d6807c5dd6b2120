package com.example.executors;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// clean
/** Results are taken in the order in which they come. */
public final class CompletionOrder {
  private CompletionOrder() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    CompletionService<int[]> service = new ExecutorCompletionService<>(pool);
    for (int i = 0; i < 5; i++) {
      int[] cell = {i};
      service.submit(
          () -> {
            cell[0] *= 10;
            return cell;
          });
    }
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += service.take().get()[0];
    }
    pool.shutdown();
    System.out.println("sum " + sum);
  }
}
