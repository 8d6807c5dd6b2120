package io.racewatch.code.pattern.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Monitors of objects that lock in their own way. */
class MonitorsOnLocks {
  private final Lock lock = new ReentrantLock();
  private final Condition condition = lock.newCondition();
  private final CountDownLatch latch = new CountDownLatch(1);
  private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();
  private final Map<String, String> plain = new java.util.HashMap<>();
  private int value;

  void monitorOfLock() {
    synchronized (lock) { // likely: monitor-on-lock
      value++;
    }
  }

  void monitorOfMap() {
    synchronized (map) { // possible: monitor-on-lock
      map.put("a", "b");
    }
  }

  void notifiesCondition() {
    synchronized (condition) { // possible: monitor-on-lock
      value++;
      condition.notifyAll(); // likely: monitor-on-lock
    }
  }

  void waitsForLatch() throws InterruptedException {
    synchronized (latch) { // possible: monitor-on-lock
      while (value == 0) {
        latch.wait(); // likely: monitor-on-lock
      }
    }
  }

  void right() {
    synchronized (plain) {
      plain.put("a", "b");
    }
    lock.lock();
    try {
      value++;
      condition.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
