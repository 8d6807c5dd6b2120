package io.racewatch.code.pattern.programs;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Locks that are kept, and locks that are not. */
class LockLeaks {
  /** A lock of its own: any subtype is a lock. */
  static final class Door extends ReentrantLock {
    private static final long serialVersionUID = 1;
  }

  private final Lock lock = new ReentrantLock();
  private final Door door = new Door();
  private final ReadWriteLock both = new ReentrantReadWriteLock();
  private boolean closed;
  private int value;

  void earlyReturn() {
    lock.lock(); // likely: lock-leak
    if (closed) {
      return;
    }
    value++;
    lock.unlock();
  }

  void throwing() {
    door.lock(); // likely: lock-leak
    work();
    door.unlock();
  }

  void explicitThrow() {
    both.writeLock().lock(); // likely: lock-leak
    if (closed) {
      throw new IllegalStateException();
    }
    value++;
    both.writeLock().unlock();
  }

  void notGot() {
    try {
      if (lock.tryLock()) { // likely: lock-leak
        value++;
      }
    } finally {
      lock.unlock();
    }
  }

  boolean tells() {
    lock.lock(); // possible: lock-leak
    if (closed) {
      return true;
    }
    lock.unlock();
    return false;
  }

  void right() {
    lock.lock();
    try {
      work();
    } finally {
      lock.unlock();
    }
  }

  int rightWithReturn() {
    both.readLock().lock();
    try {
      if (closed) {
        return 0;
      }
      return value;
    } finally {
      both.readLock().unlock();
    }
  }

  void tried() throws InterruptedException {
    if (lock.tryLock(1, TimeUnit.SECONDS)) {
      try {
        work();
      } finally {
        lock.unlock();
      }
    }
  }

  void triedIntoLocal() {
    boolean got = lock.tryLock();
    try {
      value++;
    } finally {
      if (got) {
        lock.unlock();
      }
    }
  }

  void triedOrReturned() {
    if (!lock.tryLock()) {
      return;
    }
    try {
      work();
    } finally {
      lock.unlock();
    }
  }

  void plainWork() {
    lock.lock();
    value++;
    lock.unlock();
  }

  void handOver() {
    lock.lock();
    value++;
  }

  void handBack() {
    value--;
    lock.unlock();
  }

  private void work() {
    value++;
  }
}
