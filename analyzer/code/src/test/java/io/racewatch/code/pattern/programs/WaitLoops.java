package io.racewatch.code.pattern.programs;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waits with and without a loop. */
class WaitLoops {
  private final Object lock = new Object();
  private final Lock door = new ReentrantLock();
  private final Condition opened = door.newCondition();
  private boolean ready;

  void once() throws InterruptedException {
    synchronized (lock) {
      if (!ready) {
        lock.wait(); // likely: wait-not-in-loop
      }
    }
  }

  void unconditional() throws InterruptedException {
    synchronized (lock) {
      ready = false;
      lock.wait(); // likely: wait-not-in-loop
    }
  }

  void asSleep() throws InterruptedException {
    synchronized (lock) {
      ready = false;
      lock.wait(100); // possible: wait-not-in-loop
    }
  }

  void condition() throws InterruptedException {
    door.lock();
    try {
      if (!ready) {
        opened.await(); // likely: wait-not-in-loop
      }
    } finally {
      door.unlock();
    }
  }

  boolean waitOnce() throws InterruptedException {
    synchronized (lock) {
      if (!ready) {
        lock.wait(); // possible: wait-not-in-loop
      }
      return ready;
    }
  }

  void inLoop() throws InterruptedException {
    synchronized (lock) {
      while (!ready) {
        lock.wait();
      }
    }
  }

  void conditionInLoop() throws InterruptedException {
    door.lock();
    try {
      while (!ready) {
        opened.await();
      }
    } finally {
      door.unlock();
    }
  }

  void worker() throws InterruptedException {
    for (; ; ) {
      synchronized (lock) {
        if (ready) {
          return;
        }
        lock.wait();
      }
    }
  }

  void set() {
    synchronized (lock) {
      ready = true;
      lock.notifyAll();
    }
  }
}
