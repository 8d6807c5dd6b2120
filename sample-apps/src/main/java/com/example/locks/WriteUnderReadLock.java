package com.example.locks;

import com.example.support.Threads;
import java.util.concurrent.locks.ReentrantReadWriteLock;

// race: hits
/** Readers do not exclude each other: what they write, races. */
public final class WriteUnderReadLock {
  private static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private static int hits;

  private WriteUnderReadLock() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(WriteUnderReadLock::lookUp, WriteUnderReadLock::lookUp);
    System.out.println("hits " + hits);
  }

  private static void lookUp() {
    lock.readLock().lock();
    try {
      hits++; // racy
    } finally {
      lock.readLock().unlock();
    }
  }
}
