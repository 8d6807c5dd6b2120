package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.Semaphore;

// lock-cycle: lock, permit
/** A semaphore of one permit is taken and given back like a lock, within a lock and around it. */
public final class PermitAsLock {
  private static final Object lock = new Object();
  private static final Semaphore permit = new Semaphore(1);

  private PermitAsLock() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(PermitAsLock::permitUnderLock, PermitAsLock::lockUnderPermit);
  }

  private static void permitUnderLock() {
    synchronized (lock) {
      permit.acquireUninterruptibly(); // wants
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
      synchronized (lock) { // wants
        Thread.onSpinWait();
      }
    } finally {
      permit.release();
    }
  }
}
