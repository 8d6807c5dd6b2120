package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.Semaphore;

// clean
/** Two semaphores of one permit each, always taken in one order. */
public final class PermitsInOneOrder {
  private static final Semaphore left = new Semaphore(1);
  private static final Semaphore right = new Semaphore(1);

  private PermitsInOneOrder() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(PermitsInOneOrder::both, PermitsInOneOrder::both);
  }

  private static void both() throws InterruptedException {
    left.acquire();
    if (right.tryAcquire()) {
      right.release();
    }
    right.acquire();
    right.release();
    left.release();
  }
}
