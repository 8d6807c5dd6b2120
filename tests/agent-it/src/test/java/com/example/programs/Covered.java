package com.example.programs;

import com.example.support.Threads;
import java.util.concurrent.ConcurrentHashMap;

/** A race that happens, a flaw whose code runs without harm, and one whose code does not run. */
public final class Covered {
  private static int raced;
  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
  private int calls;
  private boolean ready;

  private Covered() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    new Thread(() -> System.out.println("started")).start();
    Threads.inOrder(Covered::write, Covered::write);
    new Covered().count("a");
    if (args.length > 0) {
      new Covered().await();
    }
  }

  private static void write() {
    raced++;
  }

  private void count(String key) {
    calls++;
    if (!counts.containsKey(key)) {
      counts.put(key, 1);
    }
  }

  private synchronized void await() throws InterruptedException {
    if (!ready) {
      wait();
    }
  }
}
