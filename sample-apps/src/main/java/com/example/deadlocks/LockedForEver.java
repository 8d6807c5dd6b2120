package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

// hangs
// deadlock: left, right
/** A real deadlock between a ReentrantLock and a monitor. */
public final class LockedForEver {
  private static final Lock left = new ReentrantLock();
  private static final Object right = new Object();

  private LockedForEver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Threads.together(
        () -> {
          left.lock();
          order.step();
          order.await(2);
          synchronized (right) { // wants
            System.out.println("never here");
          }
        },
        () -> {
          synchronized (right) {
            order.step();
            order.await(2);
            left.lock(); // wants
          }
        });
  }
}
