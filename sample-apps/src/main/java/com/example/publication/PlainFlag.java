package com.example.publication;

import com.example.support.Threads;

// race: ready
// race: data
/** The same without volatile. */
public final class PlainFlag {
  private static int data;
  private static boolean ready;

  private PlainFlag() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          data = 42; // racy
          ready = true; // racy
        },
        () -> {
          if (ready) { // racy
            System.out.println("data " + data); // racy
          }
        });
  }
}
