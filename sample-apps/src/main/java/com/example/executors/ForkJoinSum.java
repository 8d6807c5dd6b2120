package com.example.executors;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

// clean
/** Divide and conquer over one array. */
public final class ForkJoinSum extends RecursiveTask<Long> {
  private static final long serialVersionUID = 1;

  private final int[] data;
  private final int from;
  private final int to;

  private ForkJoinSum(int[] data, int from, int to) {
    this.data = data;
    this.from = from;
    this.to = to;
  }

  /** Starts here. */
  public static void main(String[] args) {
    int[] data = new int[10_000];
    for (int i = 0; i < data.length; i++) {
      data[i] = i;
    }
    ForkJoinPool pool = new ForkJoinPool(2);
    System.out.println("sum " + pool.invoke(new ForkJoinSum(data, 0, data.length)));
    pool.shutdown();
    System.out.println("doubled " + data[100]);
  }

  @Override
  protected Long compute() {
    if (to - from <= 1000) {
      long sum = 0;
      for (int i = from; i < to; i++) {
        data[i] *= 2;
        sum += data[i];
      }
      return sum;
    }
    int middle = (from + to) >>> 1;
    ForkJoinSum left = new ForkJoinSum(data, from, middle);
    ForkJoinSum right = new ForkJoinSum(data, middle, to);
    left.fork();
    return right.compute() + left.join();
  }
}
