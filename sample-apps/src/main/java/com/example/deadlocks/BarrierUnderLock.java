package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantReadWriteLock;

// clean
/** Readers meet at a barrier, each with the lock in hand: they do not exclude one another. */
public final class BarrierUnderLock {
  private static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private BarrierUnderLock() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Threads.together(() -> meet(barrier), () -> meet(barrier));
    System.out.println("met");
  }

  private static void meet(CyclicBarrier barrier) throws Exception {
    lock.readLock().lock();
    try {
      barrier.await();
    } finally {
      lock.readLock().unlock();
    }
  }
}
