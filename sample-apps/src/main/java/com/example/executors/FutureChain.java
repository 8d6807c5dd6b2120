package com.example.executors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// clean
/** Stages hand a mutable object along. */
public final class FutureChain {
  private FutureChain() {}

  /** Starts here. */
  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CompletableFuture<Box> left =
        CompletableFuture.supplyAsync(() -> new Box(1), pool)
            .thenApplyAsync(box -> box.add(2), pool)
            .thenApply(box -> box.add(3));
    CompletableFuture<Box> right = CompletableFuture.supplyAsync(() -> new Box(10));
    CompletableFuture<Box> both = left.thenCombineAsync(right, Box::addAll, pool);
    System.out.println("sum " + both.join().sum);
    CompletableFuture<Box> manual = new CompletableFuture<>();
    pool.execute(() -> manual.complete(new Box(7)));
    CompletableFuture.allOf(manual, both)
        .thenRun(() -> System.out.println("all " + manual.join().add(both.join().sum).sum))
        .join();
    pool.shutdown();
  }

  private static final class Box {
    private int sum;

    Box(int sum) {
      this.sum = sum;
    }

    Box add(int amount) {
      sum += amount;
      return this;
    }

    Box addAll(Box other) {
      return add(other.sum);
    }
  }
}
