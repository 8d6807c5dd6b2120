package com.example.locks;

import com.example.support.Threads;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

// clean
/** Writers write, readers read. */
public final class ReadWriteLocks {
  private static final ReadWriteLock lock = new ReentrantReadWriteLock();
  private static final StampedLock stamped = new StampedLock();
  private static int first;
  private static int second;

  private ReadWriteLocks() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(
        ReadWriteLocks::write, ReadWriteLocks::write, ReadWriteLocks::read, ReadWriteLocks::read);
    read();
    System.out.println(first + " " + second);
  }

  private static void write() {
    for (int i = 0; i < 100; i++) {
      lock.writeLock().lock();
      try {
        first++;
      } finally {
        lock.writeLock().unlock();
      }
      long stamp = stamped.writeLock();
      try {
        second++;
      } finally {
        stamped.unlockWrite(stamp);
      }
    }
  }

  private static void read() {
    int sum = 0;
    for (int i = 0; i < 100; i++) {
      lock.readLock().lock();
      try {
        sum += first;
      } finally {
        lock.readLock().unlock();
      }
      long stamp = stamped.readLock();
      try {
        sum += second;
      } finally {
        stamped.unlockRead(stamp);
      }
    }
    if (sum < 0) {
      System.out.println("impossible");
    }
  }
}
