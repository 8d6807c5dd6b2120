package com.example.deadlocks;

import com.example.support.Threads;

// lock-cycle: lock, initialisation of $Table
/** An initializer takes a lock that another thread holds when it uses the class. */
public final class LockInInitializer {
  private static final Object lock = new Object();
  private static int rows;

  private LockInInitializer() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> System.out.println(Table.first()),
        () -> {
          synchronized (lock) {
            System.out.println(Table.first());
          }
        });
  }

  private static final class Table {
    static final int FIRST;

    static {
      synchronized (lock) { // wants
        FIRST = ++rows;
      }
    }

    static int first() {
      return FIRST; // wants
    }
  }
}
