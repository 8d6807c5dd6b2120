package com.example.suite;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks of java.util.concurrent, and of the program's own making. */
public class Locks {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int safeFinally;
  private int racyBefore;
  private int racyRead;
  private int safeTried;
  private int racyNotGot;
  private int safeTimed;
  private int safeWrapped;
  private int racyHalf;
  private int safeCondition;
  private int safeAttempted;

  public void locked() {
    racyBefore++;
    lock.lock();
    try {
      safeFinally++;
      racyRead++;
      racyBefore++;
    } finally {
      lock.unlock();
    }
  }

  public int lockedToo() {
    lock.lock();
    try {
      return safeFinally + racyBefore + safeTried + racyNotGot + safeTimed + safeAttempted;
    } finally {
      lock.unlock();
    }
  }

  public int unlocked() {
    return racyRead;
  }

  public void tried() {
    if (lock.tryLock()) {
      try {
        safeTried++;
        racyNotGot++;
      } finally {
        lock.unlock();
      }
    } else {
      racyNotGot++;
    }
  }

  public void timed() throws InterruptedException {
    if (!lock.tryLock(1, TimeUnit.SECONDS)) {
      return;
    }
    try {
      safeTimed++;
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    lock.lock();
  }

  private void leave() {
    lock.unlock();
  }

  private boolean attempt() {
    return lock.tryLock();
  }

  public void attempted() {
    if (attempt()) {
      safeAttempted++;
      leave();
    }
  }

  public void wrapped() {
    enter();
    try {
      safeWrapped++;
    } finally {
      leave();
    }
  }

  public int wrappedToo() {
    enter();
    int value = safeWrapped;
    leave();
    return value;
  }

  public void half(boolean really) {
    if (really) {
      lock.lock();
    }
    racyHalf++;
    if (really) {
      lock.unlock();
    }
  }

  public int halfToo() {
    lock.lock();
    int value = racyHalf--;
    lock.unlock();
    return value;
  }

  public void condition() throws InterruptedException {
    lock.lock();
    try {
      while (safeCondition == 0) {
        changed.await();
      }
      safeCondition--;
    } finally {
      lock.unlock();
    }
  }

  public void signal() {
    lock.lock();
    safeCondition++;
    changed.signal();
    lock.unlock();
  }

  /** Read and write locks. */
  public static class ReadWrite {
    private final ReadWriteLock both = new ReentrantReadWriteLock();
    private final Lock reading = both.readLock();
    private final Lock writing = both.writeLock();
    private int safeProper;
    private int racyUnderRead;
    private int safeFields;
    private int racyFields;

    public void write() {
      both.writeLock().lock();
      try {
        safeProper++;
      } finally {
        both.writeLock().unlock();
      }
    }

    public int read() {
      both.readLock().lock();
      try {
        racyUnderRead++;
        return safeProper;
      } finally {
        both.readLock().unlock();
      }
    }

    public void writeFields() {
      writing.lock();
      try {
        safeFields++;
        racyFields++;
      } finally {
        writing.unlock();
      }
    }

    public int readFields() {
      reading.lock();
      try {
        racyFields++;
        return safeFields;
      } finally {
        reading.unlock();
      }
    }
  }

  /** Stamps. */
  public static class Stamped {
    private final StampedLock lock = new StampedLock();
    private double safeX;
    private double racyY;
    private double safeZ;

    public void move(double by) {
      long stamp = lock.writeLock();
      try {
        safeX += by;
        safeZ += by;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    public double x() {
      long stamp = lock.tryOptimisticRead();
      double x = safeX;
      if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        try {
          x = safeX;
        } finally {
          lock.unlockRead(stamp);
        }
      }
      return x;
    }

    public double y(double by) {
      long stamp = lock.readLock();
      try {
        racyY += by;
        return racyY;
      } finally {
        lock.unlockRead(stamp);
      }
    }

    public void tryMove(double by) {
      long stamp = lock.tryWriteLock();
      if (stamp != 0) {
        safeZ += by;
        lock.unlockWrite(stamp);
      }
    }
  }
}
