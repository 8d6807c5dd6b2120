package io.racewatch.code.pattern.programs;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waits and notifications with the wrong lock, without news, with too many locks. */
class WaitsAndNotifies {
  private final Object queue = new Object();
  private final Object other = new Object();
  private final Lock lock = new ReentrantLock();
  private final Condition condition = lock.newCondition();
  private boolean ready;

  synchronized void mismatched() {
    ready = true;
    queue.notifyAll(); // likely: wait-without-lock
  }

  public void withoutAny() {
    queue.notifyAll(); // possible: wait-without-lock
  }

  void naked() {
    synchronized (queue) {
      queue.notifyAll(); // possible: naked-notify
    }
  }

  void clothed() {
    synchronized (queue) {
      ready = true;
      queue.notifyAll();
    }
  }

  void helper() {
    queue.notifyAll();
  }

  synchronized void sleeps() throws InterruptedException {
    ready = true;
    TimeUnit.MILLISECONDS.sleep(10); // likely: sleep-under-lock
  }

  void sleepsUnderLock() throws InterruptedException {
    lock.lock();
    try {
      TimeUnit.SECONDS.sleep(1); // likely: sleep-under-lock
    } finally {
      lock.unlock();
    }
  }

  void sleepsFreely() throws InterruptedException {
    synchronized (queue) {
      ready = true;
    }
    TimeUnit.MILLISECONDS.sleep(10);
  }

  synchronized void waitsWithTwo() throws InterruptedException {
    synchronized (queue) {
      while (!ready) {
        queue.wait(); // likely: blocked-under-lock
      }
    }
  }

  void awaitsUnderMonitor() throws InterruptedException {
    synchronized (other) {
      lock.lock();
      try {
        while (!ready) {
          condition.await(); // likely: blocked-under-lock
        }
      } finally {
        lock.unlock();
      }
    }
  }

  void waitsWithOne() throws InterruptedException {
    synchronized (queue) {
      while (!ready) {
        queue.wait();
      }
    }
  }

  void nothing() {
    synchronized (queue) { // possible: empty-synchronized
    }
  }
}
