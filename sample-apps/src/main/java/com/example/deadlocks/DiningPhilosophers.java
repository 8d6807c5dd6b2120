package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// hangs
// deadlock: Fork.lock
/** Each holds the fork on the left and waits for the one on the right. For ever. */
public final class DiningPhilosophers {
  private DiningPhilosophers() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored table = new OrderRwIgnored();
    Fork one = new Fork();
    Fork two = new Fork();
    Fork three = new Fork();
    Threads.together(
        () -> dine(table, one, two), () -> dine(table, two, three), () -> dine(table, three, one));
  }

  private static void dine(OrderRwIgnored table, Fork left, Fork right) {
    synchronized (left.lock) {
      table.step();
      table.await(3);
      synchronized (right.lock) { // wants
        System.out.println("never eats");
      }
    }
  }

  private static final class Fork {
    private final Object lock = new Object();
  }
}
