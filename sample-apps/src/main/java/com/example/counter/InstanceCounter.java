package com.example.counter;

import com.example.support.Threads;

// race: Counter.value
/** Two threads add to a field of one object, through one method. */
public final class InstanceCounter {
  private InstanceCounter() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Counter counter = new Counter();
    Threads.inOrder(() -> counter.add(1), () -> counter.add(2));
    System.out.println("value " + counter.value);
  }

  private static final class Counter {
    private int value;

    void add(int amount) {
      value += amount; // racy
    }
  }
}
