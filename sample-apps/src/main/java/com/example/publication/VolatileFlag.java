package com.example.publication;

import com.example.support.Threads;

// clean
/** A plain field published by a volatile flag. */
public final class VolatileFlag {
  private static int data;
  private static volatile boolean ready;

  private VolatileFlag() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(
        () -> {
          while (!ready) {
            Thread.onSpinWait();
          }
          System.out.println("data " + data);
        },
        () -> {
          data = 42;
          ready = true;
        });
  }
}
