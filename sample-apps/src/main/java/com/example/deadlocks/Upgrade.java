package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.locks.ReentrantReadWriteLock;

// hangs
// deadlock: lock
/** A reader that asks for the write lock waits for all readers, itself among them. */
public final class Upgrade {
  private static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private Upgrade() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(
        () -> {
          lock.readLock().lock();
          lock.writeLock().lock(); // wants
          System.out.println("never here");
        });
  }
}
