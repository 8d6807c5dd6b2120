package com.example.order.random;

/** The variables; loaded under a name of its own for each program. */
public final class VariablesTemplate implements Variables {
  private static int common;
  private int first;
  private int second;
  private long wide;
  private final int[] array = new int[3];
  private final byte[] other = new byte[70];
  private final int[] row = new int[40];

  @Override
  public void read(int variable) {
    long read =
        switch (variable) {
          case 0 -> first;
          case 1 -> second;
          case 2 -> common;
          case 3 -> wide;
          case 4 -> array[0];
          case 5 -> array[2];
          case 6 -> other[65];
          default -> readRow();
        };
    if (read < 0) {
      throw new IllegalStateException("nothing negative is written");
    }
  }

  @Override
  public void write(int variable) {
    switch (variable) {
      case 0 -> first = 1;
      case 1 -> second = 1;
      case 2 -> common = 1;
      case 3 -> wide = 1;
      case 4 -> array[0] = 1;
      case 5 -> array[2] = 1;
      case 6 -> other[65] = 1;
      default -> writeRow();
    }
  }

  private long readRow() {
    int[] copy = new int[row.length];
    for (int i = 0; i < row.length; i++) {
      copy[i] = row[i];
    }
    long sum = 0;
    for (int each : copy) {
      sum += each;
    }
    return sum;
  }

  private void writeRow() {
    for (int i = row.length - 1; i >= 0; i--) {
      row[i] = i;
    }
  }
}
