package com.example.publication;

import com.example.support.Threads;

// race: data
/** A volatile write does not acquire: only a read that sees a write is ordered after it. */
public final class VolatileWrites {
  private static int data;
  private static volatile int turn;

  private VolatileWrites() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          data = 1; // racy
          turn = 1;
        },
        () -> {
          turn = 2;
          data += 2; // racy
        });
    System.out.println(data + " " + turn);
  }
}
