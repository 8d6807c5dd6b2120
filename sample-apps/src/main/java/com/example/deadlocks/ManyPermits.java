package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.Semaphore;

// clean
/** The same order of calls, but there is a permit for each thread. */
public final class ManyPermits {
  private static final Object lock = new Object();
  private static final Semaphore permit = new Semaphore(2);

  private ManyPermits() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(ManyPermits::permitUnderLock, ManyPermits::lockUnderPermit);
  }

  private static void permitUnderLock() {
    synchronized (lock) {
      permit.acquireUninterruptibly();
      try {
        Thread.onSpinWait();
      } finally {
        permit.release();
      }
    }
  }

  private static void lockUnderPermit() {
    permit.acquireUninterruptibly();
    try {
      synchronized (lock) {
        Thread.onSpinWait();
      }
    } finally {
      permit.release();
    }
  }
}
