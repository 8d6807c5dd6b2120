package com.example.threads;

import com.example.support.Threads;

// race: value
/** The lock inside println is no promise to anyone. */
public final class PrintlnInBoth {
  private static int value;

  private PrintlnInBoth() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(PrintlnInBoth::add, PrintlnInBoth::add);
  }

  private static void add() {
    System.out.println("before");
    value++; // racy
    System.out.println("after");
  }
}
