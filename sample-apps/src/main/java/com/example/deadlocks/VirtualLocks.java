package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.VirtualThreads;
import java.util.concurrent.locks.ReentrantLock;

// jdk: 21
// hangs
// deadlock: left, right
/** Virtual threads over a lock and a synchronized block. */
public final class VirtualLocks {
  private static final ReentrantLock left = new ReentrantLock();
  private static final Object right = new Object();
  private static final OrderRwIgnored order = new OrderRwIgnored();

  private VirtualLocks() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Thread one = VirtualThreads.start(VirtualLocks::leftFirst);
    Thread other = VirtualThreads.start(VirtualLocks::rightFirst);
    one.join();
    other.join();
  }

  private static void leftFirst() {
    left.lock();
    order.step();
    order.await(2);
    synchronized (right) { // wants
      System.out.println("never here");
    }
  }

  private static void rightFirst() {
    synchronized (right) {
      order.step();
      order.await(2);
      left.lock(); // wants
    }
  }
}
