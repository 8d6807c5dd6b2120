package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.Semaphore;

// hangs
// deadlock: permit of com.example.deadlocks.Permits.a, permit of com.example.deadlocks.Permits.b
/** Two semaphores of a permit each, used as locks, and taken in both orders at once. */
public final class Permits {
  private static final Semaphore a = new Semaphore(1);
  private static final Semaphore b = new Semaphore(1);
  private static final OrderRwIgnored order = new OrderRwIgnored();

  private Permits() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(
        () -> {
          a.acquireUninterruptibly();
          meet();
          b.acquireUninterruptibly(); // wants
        },
        () -> {
          b.acquireUninterruptibly();
          meet();
          a.acquireUninterruptibly(); // wants
        });
  }

  private static void meet() {
    order.step();
    order.await(2);
  }
}
