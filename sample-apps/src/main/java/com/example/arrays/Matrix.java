package com.example.arrays;

import com.example.support.Threads;
import java.util.Arrays;

// clean
/** Rows shared out by row, between a start and a join; fill and sort of own rows. */
public final class Matrix {
  private static final int SIZE = 32;

  private Matrix() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    double[][] left = new double[SIZE][SIZE];
    double[][] product = new double[SIZE][SIZE];
    for (double[] row : left) {
      Arrays.fill(row, 2);
    }
    Threads.together(
        () -> multiply(left, product, 0, SIZE / 2), () -> multiply(left, product, SIZE / 2, SIZE));
    double trace = 0;
    for (int i = 0; i < SIZE; i++) {
      trace += product[i][i];
    }
    System.out.println("trace " + trace);
  }

  private static void multiply(double[][] in, double[][] out, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = 0; j < SIZE; j++) {
        for (int k = 0; k < SIZE; k++) {
          out[i][j] += in[i][k] * in[k][j];
        }
      }
      Arrays.sort(out[i]);
    }
  }
}
