package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.locks.ReentrantLock;

// clean
/** Who only tries for the second lock never waits for it. */
public final class TryLockOrder {
  private static final ReentrantLock left = new ReentrantLock();
  private static final ReentrantLock right = new ReentrantLock();

  private TryLockOrder() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> take(left, right), () -> take(right, left));
  }

  private static void take(ReentrantLock outer, ReentrantLock inner) {
    outer.lock();
    try {
      if (inner.tryLock()) {
        try {
          System.out.println("took both");
        } finally {
          inner.unlock();
        }
      }
    } finally {
      outer.unlock();
    }
  }
}
