package com.example.locks;

import com.example.support.Threads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

// clean
/** Locks that the program wraps or extends, and conditions that it hands out from within. */
public final class WrappedLocks {
  private final Lock wrapped = new Wrapper(new ReentrantLock());
  private final Lock counted = new Counted();
  private final Condition filled = wrapped.newCondition();
  private int box;
  private int takes;

  private WrappedLocks() {}

  /** Passes everything on. */
  private record Wrapper(Lock inner) implements Lock {
    @Override
    public void lock() {
      inner.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      inner.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
      return inner.tryLock();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
      return inner.tryLock(time, unit);
    }

    @Override
    public void unlock() {
      inner.unlock();
    }

    @Override
    public Condition newCondition() {
      return inner.newCondition();
    }
  }

  /** Counts under itself how often it was taken. */
  private static final class Counted extends ReentrantLock {
    private static final long serialVersionUID = 1L;

    private int count;

    @Override
    public void lock() {
      super.lock();
      count++;
    }

    @Override
    public void unlock() {
      count++;
      super.unlock();
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    WrappedLocks shared = new WrappedLocks();
    Threads.together(shared::take, shared::put, shared::count, shared::count);
    System.out.println(shared.takes + " " + ((Counted) shared.counted).count);
  }

  private void put() {
    wrapped.lock();
    try {
      box = 42;
      filled.signalAll();
    } finally {
      wrapped.unlock();
    }
  }

  private void take() throws InterruptedException {
    wrapped.lockInterruptibly();
    try {
      while (box == 0) {
        filled.await();
      }
      System.out.println("took " + box);
    } finally {
      wrapped.unlock();
    }
  }

  private void count() {
    for (int i = 0; i < 100; i++) {
      counted.lock();
      try {
        takes++;
      } finally {
        counted.unlock();
      }
    }
  }
}
