package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

// lock-cycle: left, right
/** A ReentrantLock and a monitor in both orders. */
public final class LeftRight {
  private static final Lock left = new ReentrantLock();
  private static final Object right = new Object();

  private LeftRight() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(LeftRight::leftFirst, LeftRight::rightFirst);
    System.out.println("both done");
  }

  private static void leftFirst() {
    left.lock();
    try {
      synchronized (right) { // wants
        System.out.println("left, right");
      }
    } finally {
      left.unlock();
    }
  }

  private static void rightFirst() {
    synchronized (right) {
      left.lock(); // wants
      try {
        System.out.println("right, left");
      } finally {
        left.unlock();
      }
    }
  }
}
