package io.racewatch.code.pattern.programs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, String> names = new HashMap<>();
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

  int parses(String text) {
    lock.lock(); // likely: lock-leak
    int parsed = Integer.parseInt(text);
    lock.unlock();
    return parsed;
  }

  String firstOf(List<String> all) {
    lock.lock(); // possible: lock-leak
    String first = all.get(0);
    lock.unlock();
    return first;
  }

  void writes(OutputStream to) throws IOException {
    lock.lock(); // likely: lock-leak
    to.write(value);
    lock.unlock();
  }

  String cannotThrow() {
    lock.lock();
    String text = String.valueOf(value);
    names.put(text, text);
    lock.unlock();
    return text;
  }

  void onlySometimesGivenBack() {
    lock.lock(); // likely: lock-leak
    try {
      value++;
    } finally {
      if (closed) {
        lock.unlock();
      }
    }
  }

  void neverAsked() {
    try {
      lock.tryLock(); // likely: lock-leak
      value++;
    } finally {
      lock.unlock();
    }
  }

  void rightByFlag() {
    boolean held = false;
    try {
      lock.lock();
      held = true;
      value++;
    } finally {
      if (held) {
        lock.unlock();
      }
    }
  }

  void rightByQuestion() {
    door.lock();
    try {
      value++;
    } finally {
      if (door.isHeldByCurrentThread()) {
        door.unlock();
      }
    }
  }

  void givenBackForAWhile() {
    while (!closed) {
      lock.unlock();
      try {
        work();
      } finally {
        lock.lock();
      }
    }
  }

  private Lock mine() {
    return both.writeLock();
  }

  void rightByAccessor() {
    try {
      mine().lock();
      work();
    } finally {
      mine().unlock();
    }
  }

  void rightInLoop() {
    lock.lock();
    try {
      while (!closed) {
        value++;
      }
    } finally {
      lock.unlock();
    }
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
