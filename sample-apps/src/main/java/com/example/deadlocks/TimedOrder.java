package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

// lock-cycle: left, right
/** Who gives up after a time gets free again, but first both stand still: a lesser finding. */
public final class TimedOrder {
  private static final ReentrantLock left = new ReentrantLock();
  private static final ReentrantLock right = new ReentrantLock();

  private TimedOrder() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> take(left, right), () -> take(right, left));
  }

  private static void take(ReentrantLock outer, ReentrantLock inner) throws InterruptedException {
    outer.lock();
    try {
      if (inner.tryLock(10, TimeUnit.SECONDS)) { // wants
        inner.unlock();
      }
    } finally {
      outer.unlock();
    }
  }
}
