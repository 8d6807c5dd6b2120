package com.example.counter;

import com.example.support.Threads;

// race: Gauge.level
/** The setter takes the lock, the getter forgets it. */
public final class GetterUnsynchronized {
  private GetterUnsynchronized() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Gauge gauge = new Gauge();
    Threads.inOrder(() -> gauge.set(7), () -> System.out.println("level " + gauge.get()));
  }

  private static final class Gauge {
    private int level;

    synchronized void set(int value) {
      level = value; // racy
    }

    int get() {
      return level; // racy
    }
  }
}
