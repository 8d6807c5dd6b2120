package com.example.executors;

import java.util.concurrent.CountedCompleter;
import java.util.stream.IntStream;

// clean
/** Whoever waits for a completer helps, and sees there that it is done. */
public final class CompletersThatHelp {
  private static final int TIMES = 300;
  private static final int WIDTH = 64;

  private CompletersThatHelp() {}

  /** Starts here. */
  public static void main(String[] args) {
    long sum = 0;
    for (int i = 0; i < TIMES; i++) {
      Sum all = new Sum(null, 0, WIDTH);
      all.invoke();
      sum += all.result;
      sum += IntStream.range(0, WIDTH).parallel().collect(Box::new, Box::add, Box::addAll).total;
    }
    System.out.println("sum " + sum);
  }

  private static final class Sum extends CountedCompleter<Void> {
    private final int from;
    private final int to;
    private Sum left;
    private Sum right;
    private long result;

    Sum(Sum parent, int from, int to) {
      super(parent);
      this.from = from;
      this.to = to;
    }

    @Override
    public void compute() {
      if (to - from == 1) {
        result = from;
      } else {
        left = new Sum(this, from, (from + to) >>> 1);
        right = new Sum(this, (from + to) >>> 1, to);
        setPendingCount(2);
        left.fork();
        right.fork();
      }
      tryComplete();
    }

    @Override
    public void onCompletion(CountedCompleter<?> caller) {
      if (left != null) {
        result = left.result + right.result;
      }
    }
  }

  private static final class Box {
    private long total;

    void add(int number) {
      total += number;
    }

    void addAll(Box other) {
      total += other.total;
    }
  }
}
