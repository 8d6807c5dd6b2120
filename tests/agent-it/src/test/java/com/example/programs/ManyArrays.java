package com.example.programs;

/** Keeps many arrays that two threads write in turn, and has one race, on a field. */
public final class ManyArrays {
  private static final int COUNT = 100_000;

  private static int raced;

  private ManyArrays() {}

  /** Prints a sum. */
  public static void main(String[] args) throws InterruptedException {
    int[][] arrays = new int[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      arrays[i] = new int[] {i, 1};
    }
    Thread other = new Thread(() -> add(arrays));
    other.start();
    raced = 1;
    other.join();
    add(arrays);
    long sum = 0;
    for (int[] array : arrays) {
      sum += array[0];
    }
    System.out.println(sum);
  }

  private static void add(int[][] arrays) {
    raced = 2;
    for (int[] array : arrays) {
      array[0] += array[1];
    }
  }
}
