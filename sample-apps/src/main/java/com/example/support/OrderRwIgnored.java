package com.example.support;

/**
 * Puts the steps of several threads into one order in time that gives no happens-before.
 *
 * <p>The agent leaves classes whose simple name ends in {@code RwIgnored} alone, so it sees neither
 * the volatile field nor the monitor in here. To the detector the threads are as unordered as if
 * they had met by chance; the program still takes the same course in every run.
 */
public final class OrderRwIgnored {
  private static final long DEADLINE_NANOS = 60_000_000_000L;
  private static final int NAP_NANOS = 20_000;

  /** Written in {@link #step} and {@link #arrive} under the monitor, read by the waiting loops. */
  private volatile int steps;

  private volatile int arrived;

  /** Waits until {@code count} steps are done. */
  public void await(int count) {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (steps < count) {
      pause(deadline);
    }
  }

  /** Does one step. */
  public synchronized void step() {
    steps++;
  }

  /**
   * Waits until {@code parties} threads are here, then lets them go on one at a time: each goes on
   * when the one before it did its {@link #step}.
   */
  public void arrive(int parties) {
    int turn;
    synchronized (this) {
      turn = arrived++;
    }
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (arrived < parties) {
      pause(deadline);
    }
    await(turn);
  }

  private static void pause(long deadline) {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException("the step that this thread waits for never came");
    }
    Thread.yield();
    if (Thread.currentThread().getThreadGroup().getName().equals("VirtualThreads")) {
      nap();
    }
  }

  /** Virtual threads that only yield can starve others for ever; a permit to park stays. */
  private static void nap() {
    try {
      Thread.sleep(0, NAP_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
