package com.example.threads;

import com.example.support.Threads;

// clean
/** Who sees the interrupt sees what came before it. */
public final class Interrupt {
  private static int polled;
  private static int thrown;

  private Interrupt() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Thread poller =
        Threads.start(
            "poller",
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              System.out.println("polled " + polled);
            });
    polled = 1;
    poller.interrupt();
    poller.join();
    Thread sleeper =
        Threads.start(
            "sleeper",
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                System.out.println("thrown " + thrown);
              }
            });
    thrown = 2;
    sleeper.interrupt();
    sleeper.join();
  }
}
