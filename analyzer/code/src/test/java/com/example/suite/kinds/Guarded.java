package com.example.suite.kinds;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks of all kinds. */
public class Guarded {
  private final Lock lock = new ReentrantLock();
  private final ReadWriteLock both = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private static final Object CLASS_LOCK = new Object();

  private int safeLocked;
  private int racyUnlockedRead;
  private int racyUnlockedEarly;
  private int safeReentered;
  private int safeReadWrite;
  private int racyWriteUnderRead;
  private int safeStamped;
  private int racyStampedWrite;
  private int safeOptimistic;
  private int safeTry;
  private int racyTryElse;
  private int safeTimedTry;
  private int safeHelperLocked;
  private int racyHelperOneCaller;
  private static int safeStatic;
  private static int racyStaticInstanceLock;
  private static int safeStaticMethod;
  private int racyTwoLocks;
  private int safeBothLocks;
  private int safeConditional;
  private int racyConditional;
  private int safeWaited;
  private int safeInterruptible;
  private int racyAfterFinally;
  private int safeNestedCall;
  private int safeThisAndMethod;
  private int racyClassVersusThis;
  private long racyWide;
  private int safeDowngraded;

  public void locked() {
    lock.lock();
    try {
      safeLocked++;
      racyUnlockedRead++;
      racyUnlockedEarly++;
      safeReentered++;
      reenter();
    } finally {
      lock.unlock();
    }
  }

  private void reenter() {
    lock.lock();
    try {
      safeReentered--;
    } finally {
      lock.unlock();
    }
    safeReentered += 2;
  }

  public int lockedRead() {
    lock.lock();
    try {
      return safeLocked + safeReentered;
    } finally {
      lock.unlock();
    }
  }

  public int unlockedRead() {
    return racyUnlockedRead;
  }

  public void unlockedEarly() {
    lock.lock();
    lock.unlock();
    racyUnlockedEarly = 3;
  }

  public void write(int value) {
    both.writeLock().lock();
    try {
      safeReadWrite = value;
    } finally {
      both.writeLock().unlock();
    }
  }

  public int read() {
    both.readLock().lock();
    try {
      racyWriteUnderRead++;
      return safeReadWrite;
    } finally {
      both.readLock().unlock();
    }
  }

  public void stampedWrite(int value) {
    long stamp = stamped.writeLock();
    try {
      safeStamped = value;
      safeOptimistic = value;
    } finally {
      stamped.unlockWrite(stamp);
    }
  }

  public int stampedRead() {
    long stamp = stamped.readLock();
    try {
      racyStampedWrite++;
      return safeStamped;
    } finally {
      stamped.unlockRead(stamp);
    }
  }

  public int optimistic() {
    long stamp = stamped.tryOptimisticRead();
    int value = safeOptimistic;
    if (!stamped.validate(stamp)) {
      stamp = stamped.readLock();
      try {
        value = safeOptimistic;
      } finally {
        stamped.unlockRead(stamp);
      }
    }
    return value;
  }

  public void tryIt() {
    if (lock.tryLock()) {
      try {
        safeTry++;
        racyTryElse++;
      } finally {
        lock.unlock();
      }
    } else {
      racyTryElse = 0;
    }
  }

  public int tryRead() {
    lock.lock();
    try {
      return safeTry + racyTryElse;
    } finally {
      lock.unlock();
    }
  }

  public boolean timed() throws InterruptedException {
    if (!lock.tryLock(1, TimeUnit.SECONDS)) {
      return false;
    }
    try {
      safeTimedTry++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public int timedRead() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      safeInterruptible++;
      return safeTimedTry + safeInterruptible;
    } finally {
      lock.unlock();
    }
  }

  public synchronized void helper() {
    addSafe();
    addRacy();
    safeThisAndMethod++;
  }

  public synchronized int helperRead() {
    addSafe();
    return safeHelperLocked + racyHelperOneCaller;
  }

  public void helperWithout() {
    addRacy();
  }

  private void addSafe() {
    safeHelperLocked++;
  }

  private void addRacy() {
    racyHelperOneCaller++;
  }

  public static void statics() {
    synchronized (CLASS_LOCK) {
      safeStatic++;
    }
  }

  public static int staticsRead() {
    synchronized (CLASS_LOCK) {
      return safeStatic;
    }
  }

  public synchronized void staticByInstance() {
    racyStaticInstanceLock++;
  }

  public static synchronized void staticMethod() {
    safeStaticMethod++;
  }

  public int staticRead() {
    synchronized (Guarded.class) {
      return safeStaticMethod;
    }
  }

  public void oneLock() {
    lock.lock();
    try {
      racyTwoLocks++;
    } finally {
      lock.unlock();
    }
  }

  public synchronized void otherLock() {
    racyTwoLocks--;
  }

  public synchronized void withBoth() {
    lock.lock();
    try {
      safeBothLocks++;
    } finally {
      lock.unlock();
    }
  }

  public synchronized int withOne() {
    return safeBothLocks;
  }

  public void conditional(boolean deep) {
    synchronized (this) {
      if (deep) {
        safeConditional++;
      }
      racyConditional++;
    }
    if (deep) {
      racyConditional--;
    }
  }

  public synchronized int conditionalRead() {
    return safeConditional + racyConditional;
  }

  public synchronized void waitFor() throws InterruptedException {
    while (safeWaited == 0) {
      wait();
    }
    safeWaited--;
  }

  public synchronized void signal() {
    safeWaited++;
    notifyAll();
  }

  public void afterFinally() {
    lock.lock();
    try {
      racyAfterFinally++;
    } finally {
      lock.unlock();
      racyAfterFinally--;
    }
  }

  public void nestedCall() {
    synchronized (this) {
      synchronized (lock) {
        safeNestedCall++;
      }
    }
  }

  public synchronized int nestedRead() {
    return safeNestedCall;
  }

  public int thisRead() {
    synchronized (this) {
      return safeThisAndMethod;
    }
  }

  public void underClass() {
    synchronized (Guarded.class) {
      racyClassVersusThis++;
    }
  }

  public synchronized void underThis() {
    racyClassVersusThis--;
  }

  public synchronized void wide(long value) {
    racyWide = value;
  }

  public long wideRead() {
    return racyWide;
  }

  public void downgrade() {
    both.writeLock().lock();
    safeDowngraded++;
    both.readLock().lock();
    both.writeLock().unlock();
    try {
      hashCode();
    } finally {
      both.readLock().unlock();
    }
  }

  public int downgraded() {
    both.readLock().lock();
    try {
      return safeDowngraded;
    } finally {
      both.readLock().unlock();
    }
  }

  /** A permit is no lock that this half knows, so nothing is said of what it guards alone. */
  public static class Permit {
    private final Semaphore permits = new Semaphore(1);
    private int safePermit;

    public void add() throws InterruptedException {
      permits.acquire();
      try {
        safePermit++;
      } finally {
        permits.release();
      }
    }
  }
}
