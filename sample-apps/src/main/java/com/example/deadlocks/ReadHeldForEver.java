package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

// hangs
// deadlock: table, row
/** A writer waits for a reader that waits for what the writer holds. */
public final class ReadHeldForEver {
  private static final ReadWriteLock table = new ReentrantReadWriteLock();
  private static final Object row = new Object();

  private ReadHeldForEver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Threads.together(
        () -> {
          table.readLock().lock();
          order.step();
          order.await(2);
          synchronized (row) { // wants
            System.out.println("never here");
          }
        },
        () -> {
          synchronized (row) {
            order.step();
            order.await(2);
            table.writeLock().lock(); // wants
          }
        });
  }
}
