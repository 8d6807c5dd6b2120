package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.Semaphore;

// lock-cycle: left, right
/** Two semaphores of one permit each, taken in both orders. */
public final class PermitsInBothOrders {
  private static final Semaphore left = new Semaphore(1);
  private static final Semaphore right = new Semaphore(1);

  private PermitsInBothOrders() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(PermitsInBothOrders::leftFirst, PermitsInBothOrders::rightFirst);
  }

  private static void leftFirst() throws InterruptedException {
    left.acquire();
    right.acquire(); // wants
    right.release();
    left.release();
  }

  private static void rightFirst() throws InterruptedException {
    right.acquire();
    left.acquire(); // wants
    left.release();
    right.release();
  }
}
