package com.example.counter;

import com.example.support.Threads;

// clean
/** Setter and getter take the same lock. */
public final class GetterSynchronized {
  private GetterSynchronized() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Gauge gauge = new Gauge();
    Threads.inOrder(() -> gauge.set(7), () -> System.out.println("level " + gauge.get()));
  }

  private static final class Gauge {
    private int level;

    synchronized void set(int value) {
      level = value;
    }

    synchronized int get() {
      return level;
    }
  }
}
