package com.example.modular;

/** One race, in a module. */
public final class Strict {
  private static int raced;
  private static volatile int volatiles;
  private static final int[] CELLS = new int[4];

  private Strict() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Thread other = new Thread(Strict::work);
    other.start();
    raced++;
    other.join();
    System.out.println(Strict.class.getModule() + " " + CELLS[1] + " " + volatiles);
  }

  private static void work() {
    raced++;
    volatiles++;
    for (int i = 0; i < CELLS.length; i++) {
      CELLS[i] = i;
    }
  }
}
