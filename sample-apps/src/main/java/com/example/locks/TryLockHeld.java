package com.example.locks;

import com.example.support.Threads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

// clean
/** A tryLock that succeeds is a lock; so are the others of its kind. */
public final class TryLockHeld {
  private static final ReentrantLock lock = new ReentrantLock();
  private static int value;

  private TryLockHeld() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          if (lock.tryLock()) {
            add();
          }
        },
        () -> {
          if (lock.tryLock(1, TimeUnit.SECONDS)) {
            add();
          }
        },
        () -> {
          lock.lockInterruptibly();
          lock.lock();
          lock.unlock();
          add();
        });
    System.out.println("value " + value);
  }

  private static void add() {
    try {
      value++;
    } finally {
      lock.unlock();
    }
  }
}
