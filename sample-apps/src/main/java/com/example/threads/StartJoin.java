package com.example.threads;

// clean
/** All is written before start or read after join. */
public final class StartJoin extends Thread {
  private int input;
  private int output;

  private StartJoin() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    StartJoin thread = new StartJoin();
    thread.input = 20;
    thread.start();
    thread.join();
    System.out.println("output " + thread.output);
    StartJoin polled = new StartJoin();
    polled.input = 30;
    polled.start();
    while (polled.isAlive()) {
      Thread.onSpinWait();
    }
    System.out.println("output " + polled.output);
    StartJoin timed = new StartJoin();
    timed.input = 40;
    timed.start();
    timed.join(60_000);
    System.out.println("output " + timed.output);
  }

  @Override
  public void run() {
    output = input + 1;
  }
}
