package com.example.oldbugs;

/**
 * Lets threads act one after the other, so that no deadlock happens, without an order that
 * racewatch sees: it leaves classes of this name alone.
 */
final class TurnsRwIgnored {
  private static volatile int turn;

  private TurnsRwIgnored() {}

  /** A step of one thread. */
  interface Step {
    void run() throws Exception;
  }

  /** Runs each step in a thread of its own, one after the other in time. */
  static void play(Step... steps) throws InterruptedException {
    turn = 0;
    Thread[] threads = new Thread[steps.length];
    for (int i = 0; i < steps.length; i++) {
      int mine = i;
      threads[i] = new Thread(() -> take(mine, steps[mine]), "step-" + (i + 1));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void take(int mine, Step step) {
    while (turn < mine) {
      Thread.onSpinWait();
    }
    try {
      step.run();
    } catch (Exception e) {
      System.err.println(e);
    } finally {
      turn = mine + 1;
    }
  }
}
