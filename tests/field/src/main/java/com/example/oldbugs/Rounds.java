package com.example.oldbugs;

import java.util.ArrayList;
import java.util.List;

/** Rounds of two threads that may get stuck for good, which is what some of the bugs do. */
final class Rounds {
  private static final long PATIENCE_MILLIS = 5000;

  private Rounds() {}

  /** A job for one thread of one round. */
  interface Job {
    void run(int round, int number) throws Exception;
  }

  /** Plays rounds until all are over or one is stuck. Says on stderr how far it came. */
  static void play(int rounds, Job job) throws InterruptedException {
    for (int i = 0; i < rounds; i++) {
      if (!played(i, job)) {
        System.err.println("stuck in round " + i);
        return;
      }
    }
    System.err.println("never stuck");
  }

  private static boolean played(int round, Job job) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      int me = number;
      Thread thread = new Thread(() -> quietly(job, round, me), "round-" + round + "-" + me);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    boolean over = true;
    for (Thread thread : threads) {
      thread.join(PATIENCE_MILLIS);
      over &= !thread.isAlive();
    }
    return over;
  }

  private static void quietly(Job job, int round, int number) {
    try {
      job.run(round, number);
    } catch (Exception e) {
      System.err.println("thread " + number + ": " + e);
    }
  }
}
