package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.Phaser;

// clean
/** A phaser as a barrier, and arriving without waiting. */
public final class Phases {
  private static final int[] cells = new int[2];
  private static int late;

  private Phases() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Phaser phaser = new Phaser(2);
    Threads.together(
        () -> {
          cells[0] = 1;
          phaser.arriveAndAwaitAdvance();
          late = cells[1];
          phaser.arriveAndDeregister();
        },
        () -> {
          cells[1] = 2;
          phaser.arriveAndAwaitAdvance();
          int sum = cells[0];
          phaser.awaitAdvance(phaser.arrive());
          System.out.println("sum " + (sum + late));
        });
  }
}
