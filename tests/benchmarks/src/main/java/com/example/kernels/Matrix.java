package com.example.kernels;

import java.util.concurrent.CyclicBarrier;

/** Relaxation on a grid: rows shared out, a barrier after each sweep; neighbours read across. */
public final class Matrix {
  private static final int SMALL = 400;

  /** Two grids of some 105 MB. */
  private static final int LARGE = 3600;

  private static int size;
  private static double[][] front;
  private static double[][] back;

  private Matrix() {}

  /** Prints a checksum. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    boolean racy = Size.racy(args);
    size = Size.of(args, SMALL, LARGE);
    front = grid();
    back = grid();
    CyclicBarrier barrier = new CyclicBarrier(Workers.COUNT);
    long sum = Workers.run(self -> work(self, rounds, barrier, racy));
    System.out.println("matrix " + sum);
    Size.end(front);
    Size.end(back);
  }

  private static long work(int self, int rounds, CyclicBarrier barrier, boolean racy)
      throws Exception {
    int from = Math.max(1, size * self / Workers.COUNT);
    int to = Math.min(size - 1, size * (self + 1) / Workers.COUNT);
    double[][] in = front;
    double[][] out = back;
    for (int round = 0; round < rounds; round++) {
      for (int i = from; i < to; i++) {
        relax(in[i - 1], in[i], in[i + 1], out[i]);
      }
      if (racy) {
        out[0][0] = 1;
      }
      barrier.await();
      double[][] swap = in;
      in = out;
      out = swap;
    }
    return column(in, from, to);
  }

  private static void relax(double[] above, double[] row, double[] below, double[] out) {
    for (int j = 1; j < size - 1; j++) {
      out[j] = 0.25 * (above[j] + row[j - 1] + row[j + 1] + below[j]);
    }
  }

  private static long column(double[][] grid, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += grid[i][size / 2] + grid[i][1];
    }
    return Math.round(sum * 1e6);
  }

  private static double[][] grid() {
    double[][] grid = new double[size][size];
    for (int i = 0; i < size; i++) {
      grid[i][0] = 1;
      grid[0][i] = 1;
    }
    return grid;
  }
}
