package com.example.locks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.locks.ReentrantLock;

// race: value
/** A tryLock that fails orders nothing. */
public final class TryLockFailed {
  private static final ReentrantLock lock = new ReentrantLock();
  private static int value;

  private TryLockFailed() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Threads.together(
        () -> {
          lock.lock();
          try {
            value = 1; // racy
            order.step();
            order.await(2);
          } finally {
            lock.unlock();
          }
        },
        () -> {
          order.await(1);
          if (!lock.tryLock()) {
            value += 2; // racy
          }
          order.step();
        });
    System.out.println("value " + value);
  }
}
