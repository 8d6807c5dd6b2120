package com.example.counter;

import com.example.support.Threads;

// clean
/** The racy counters with a lock: a block, a method, a static method. */
public final class SynchronizedCounter {
  private static int total;

  private final Object lock = new Object();
  private int inBlock;
  private int inMethod;

  private SynchronizedCounter() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    SynchronizedCounter counter = new SynchronizedCounter();
    Threads.Body body =
        () -> {
          for (int i = 0; i < 1000; i++) {
            counter.block();
            counter.method();
            count();
          }
        };
    Threads.together(body, body, body);
    System.out.println(counter.inBlock + " " + counter.inMethod + " " + total);
  }

  private static synchronized void count() {
    total++;
  }

  private synchronized void method() {
    inMethod++;
  }

  private void block() {
    synchronized (lock) {
      inBlock++;
    }
  }
}
