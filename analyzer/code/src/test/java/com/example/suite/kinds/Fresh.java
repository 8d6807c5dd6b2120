package com.example.suite.kinds;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that the method makes itself: each call has another one, unless it hands it out. */
public class Fresh {
  private int racyNewMonitor;
  private int racyNewLock;
  private int racyNewBeside;
  private int safeCaptured;
  private int safeGiven;

  void run() {
    new Thread(this::each).start();
    new Thread(this::each).start();
  }

  private void each() {
    synchronized (new Object()) {
      racyNewMonitor++;
    }
    Lock lock = new ReentrantLock();
    lock.lock();
    try {
      racyNewLock++;
    } finally {
      lock.unlock();
    }
  }

  void beside() {
    new Thread(() -> more()).start();
    more();
  }

  private void more() {
    Object own = new Object();
    synchronized (own) {
      racyNewBeside++;
    }
  }

  void captured() {
    Object lock = new Object();
    Runnable task =
        () -> {
          synchronized (lock) {
            safeCaptured++;
          }
        };
    new Thread(task).start();
    synchronized (lock) {
      safeCaptured++;
    }
  }

  void given() {
    Lock lock = new ReentrantLock();
    new Thread(new Adder(this, lock)).start();
    lock.lock();
    try {
      safeGiven++;
    } finally {
      lock.unlock();
    }
  }

  /** Has the lock from elsewhere. */
  private static final class Adder implements Runnable {
    private final Fresh to;
    private final Lock lock;

    Adder(Fresh to, Lock lock) {
      this.to = to;
      this.lock = lock;
    }

    @Override
    public void run() {
      lock.lock();
      try {
        to.safeGiven++;
      } finally {
        lock.unlock();
      }
    }
  }
}
