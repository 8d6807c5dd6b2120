package com.example.suite;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that are handed around, and code that is run under them. */
public class PassedLocks {
  private PassedLocks() {}

  /** A lock of one's own. */
  public static class Own extends ReentrantLock {
    private static final long serialVersionUID = 1;
  }

  /** Uses it. */
  public static class OwnUser {
    private final Own lock = new Own();
    private int safeOwnLock;

    public void bump() {
      lock.lock();
      try {
        safeOwnLock++;
      } finally {
        lock.unlock();
      }
    }

    public int get() {
      lock.lock();
      try {
        return safeOwnLock;
      } finally {
        lock.unlock();
      }
    }
  }

  /** A lock that a try statement gives back. */
  public static class Closing {
    private final ReentrantLock lock = new ReentrantLock();
    private int safeClosing;
    private int racyClosed;
    private int safeGuard;

    /** Gives the lock back. */
    public final class Release implements AutoCloseable {
      @Override
      public void close() {
        lock.unlock();
      }
    }

    private Release hold() {
      lock.lock();
      return new Release();
    }

    public void bump() {
      try (Release held = hold()) {
        safeClosing++;
        racyClosed++;
      }
    }

    public int get() {
      int value;
      try (Release held = hold()) {
        value = safeClosing;
      }
      racyClosed++;
      return value;
    }

    public void guard() {
      try (Guard held = new Guard(lock)) {
        safeGuard++;
      }
    }

    public int guarded() {
      lock.lock();
      try {
        return safeGuard;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Takes a lock when made. */
  static final class Guard implements AutoCloseable {
    private final Lock lock;

    Guard(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  /** The lock comes from outside. */
  public static class Given {
    private final Lock lock;
    private int safeGiven;
    private int racyGiven;

    public Given(Lock lock) {
      this.lock = lock;
    }

    public void bump() {
      lock.lock();
      try {
        safeGiven++;
        racyGiven++;
      } finally {
        lock.unlock();
      }
    }

    public int get() {
      lock.lock();
      try {
        return safeGiven;
      } finally {
        lock.unlock();
      }
    }

    public int bare() {
      return racyGiven;
    }
  }

  /** Runs what it is given under the lock. */
  public static class Runs {
    private final Lock lock = new ReentrantLock();
    private int safeRun;
    private int racyRun;

    private void locked(Runnable body) {
      lock.lock();
      try {
        body.run();
      } finally {
        lock.unlock();
      }
    }

    public void bump() {
      locked(() -> safeRun++);
      locked(() -> racyRun++);
    }

    public int get() {
      int[] value = new int[1];
      locked(() -> value[0] = safeRun);
      return value[0];
    }

    public int bare() {
      return racyRun;
    }
  }
}
