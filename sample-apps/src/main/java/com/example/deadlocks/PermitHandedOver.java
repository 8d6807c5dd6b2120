package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.Semaphore;

// clean
/** A permit that another thread gives back is no lock: who has it need not give it back. */
public final class PermitHandedOver {
  private static final Object lock = new Object();
  private static final Semaphore permit = new Semaphore(1);

  private PermitHandedOver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        PermitHandedOver::permitUnderLock,
        PermitHandedOver::lockUnderPermit,
        permit::acquireUninterruptibly,
        permit::release);
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
