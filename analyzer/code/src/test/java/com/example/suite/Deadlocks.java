package com.example.suite;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Classes whose names start with Dead can deadlock, those with Live cannot. */
public class Deadlocks {
  private Deadlocks() {}

  /** Two fields, two orders. */
  public static class DeadFields {
    private final Object a = new Object();
    private final Object b = new Object();

    public void ab() {
      synchronized (a) {
        synchronized (b) {
          hashCode();
        }
      }
    }

    public void ba() {
      synchronized (b) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }

  /** One order. */
  public static class LiveOneOrder {
    private final Object a = new Object();
    private final Object b = new Object();

    public void ab() {
      synchronized (a) {
        synchronized (b) {
          hashCode();
        }
      }
    }

    public void abAgain() {
      synchronized (a) {
        inner();
      }
    }

    private void inner() {
      synchronized (b) {
        hashCode();
      }
    }
  }

  /** Through calls. */
  public static class DeadThroughCalls {
    private final Object a = new Object();
    private final Object b = new Object();

    public void ab() {
      synchronized (a) {
        takeB();
      }
    }

    public void ba() {
      synchronized (b) {
        takeA();
      }
    }

    private void takeA() {
      synchronized (a) {
        hashCode();
      }
    }

    private void takeB() {
      synchronized (b) {
        hashCode();
      }
    }
  }

  /** Two classes with synchronized methods. */
  public static class DeadLeft {
    private DeadRight right;

    public synchronized void call() {
      right.answer();
    }

    public synchronized void answer() {
      hashCode();
    }
  }

  /** The other one. */
  public static class DeadRight {
    private DeadLeft left;

    public synchronized void call() {
      left.answer();
    }

    public synchronized void answer() {
      hashCode();
    }
  }

  /** Static monitors. */
  public static class DeadStatics {
    private static final Object LOCK = new Object();

    public static synchronized void one() {
      synchronized (LOCK) {
        LOCK.hashCode();
      }
    }

    public static void two() {
      synchronized (LOCK) {
        three();
      }
    }

    private static synchronized void three() {
      LOCK.hashCode();
    }
  }

  /** Re-entrance is none. */
  public static class LiveReentrant {
    private final ReentrantLock lock = new ReentrantLock();

    public synchronized void one() {
      two();
    }

    public synchronized void two() {
      hashCode();
    }

    public void three() {
      lock.lock();
      try {
        four();
      } finally {
        lock.unlock();
      }
    }

    public void four() {
      lock.lock();
      lock.unlock();
    }
  }

  /** Two accounts in the order in which they are named. */
  public static class DeadTransfer {
    private int balance;

    public void to(DeadTransfer other) {
      synchronized (this) {
        synchronized (other) {
          balance--;
          other.balance++;
        }
      }
    }
  }

  /** Two accounts in the order of their numbers. */
  public static class LiveTransfer {
    private int id;
    private int balance;

    public void to(LiveTransfer other) {
      LiveTransfer first = id < other.id ? this : other;
      LiveTransfer second = id < other.id ? other : this;
      synchronized (first) {
        synchronized (second) {
          balance--;
          other.balance++;
        }
      }
    }
  }

  /** Both hold a third lock. */
  public static class LiveGate {
    private final Object gate = new Object();
    private final Object a = new Object();
    private final Object b = new Object();

    public void ab() {
      synchronized (gate) {
        synchronized (a) {
          synchronized (b) {
            hashCode();
          }
        }
      }
    }

    public void ba() {
      synchronized (gate) {
        synchronized (b) {
          synchronized (a) {
            hashCode();
          }
        }
      }
    }
  }

  /** Locks of java.util.concurrent. */
  public static class DeadLocks {
    private final Lock a = new ReentrantLock();
    private final Lock b = new ReentrantLock();

    public void ab() {
      a.lock();
      try {
        b.lock();
        b.unlock();
      } finally {
        a.unlock();
      }
    }

    public void ba() {
      b.lock();
      try {
        a.lock();
        a.unlock();
      } finally {
        b.unlock();
      }
    }
  }

  /** One side gives up. */
  public static class LiveTry {
    private final Lock a = new ReentrantLock();
    private final Lock b = new ReentrantLock();

    public void ab() {
      a.lock();
      try {
        if (b.tryLock()) {
          b.unlock();
        }
      } finally {
        a.unlock();
      }
    }

    public void ba() {
      b.lock();
      try {
        a.lock();
        a.unlock();
      } finally {
        b.unlock();
      }
    }
  }

  /** Released before the other is taken. */
  public static class LiveReleased {
    private final Lock a = new ReentrantLock();
    private final Lock b = new ReentrantLock();

    public void ab() {
      a.lock();
      a.unlock();
      b.lock();
      b.unlock();
    }

    public void ba() {
      b.lock();
      b.unlock();
      a.lock();
      a.unlock();
    }
  }

  /** A monitor and a lock. */
  public static class DeadMixed {
    private final Lock lock = new ReentrantLock();

    public synchronized void one() {
      lock.lock();
      lock.unlock();
    }

    public void two() {
      lock.lock();
      try {
        three();
      } finally {
        lock.unlock();
      }
    }

    private synchronized void three() {
      hashCode();
    }
  }

  /** Three in a ring. */
  public static class DeadRing {
    private final Object a = new Object();
    private final Object b = new Object();
    private final Object c = new Object();

    public void ab() {
      synchronized (a) {
        synchronized (b) {
          hashCode();
        }
      }
    }

    public void bc() {
      synchronized (b) {
        synchronized (c) {
          hashCode();
        }
      }
    }

    public void ca() {
      synchronized (c) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }
}
