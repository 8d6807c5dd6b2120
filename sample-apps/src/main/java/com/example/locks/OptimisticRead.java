package com.example.locks;

import com.example.support.Threads;
import java.util.concurrent.locks.StampedLock;

// clean
/** Reads without a lock, used only once validated. */
public final class OptimisticRead {
  private static final StampedLock lock = new StampedLock();
  private static int x;
  private static int y;

  private OptimisticRead() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        OptimisticRead::move,
        () -> {
          long stamp = lock.tryOptimisticRead();
          int sum = x + y;
          if (lock.validate(stamp)) {
            System.out.println("sum " + sum);
          }
        });
  }

  private static void move() {
    long stamp = lock.writeLock();
    try {
      x = 3;
      y = 4;
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
