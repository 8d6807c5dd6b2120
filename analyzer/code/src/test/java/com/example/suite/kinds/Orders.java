package com.example.suite.kinds;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Orders of locks: classes whose names start with Dead can deadlock, those with Live cannot. */
public class Orders {
  private Orders() {}

  /** One lock twice, by a call. */
  public static class LiveSameLock {
    public synchronized void outer() {
      inner();
    }

    public synchronized void inner() {
      hashCode();
    }
  }

  /** The first is given back before the second is taken. */
  public static class LiveOneAfterTheOther {
    private final Object a = new Object();
    private final Object b = new Object();

    public void ab() {
      synchronized (a) {
        hashCode();
      }
      synchronized (b) {
        hashCode();
      }
    }

    public void ba() {
      synchronized (b) {
        hashCode();
      }
      synchronized (a) {
        hashCode();
      }
    }
  }

  /** A timed attempt ends. */
  public static class LiveTimed {
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

    public boolean ba() throws InterruptedException {
      b.lock();
      try {
        if (a.tryLock(1, TimeUnit.SECONDS)) {
          a.unlock();
          return true;
        }
        return false;
      } finally {
        b.unlock();
      }
    }
  }

  /** Both under a static lock. */
  public static class LiveUnderStatic {
    private static final Object GATE = new Object();
    private final Object a = new Object();
    private final Object b = new Object();

    public void ab() {
      synchronized (GATE) {
        synchronized (a) {
          synchronized (b) {
            hashCode();
          }
        }
      }
    }

    public void ba() {
      synchronized (GATE) {
        synchronized (b) {
          synchronized (a) {
            hashCode();
          }
        }
      }
    }
  }

  /** The same order by two ways. */
  public static class LiveTwoWays {
    private final Object a = new Object();
    private final Object b = new Object();

    public void direct() {
      synchronized (a) {
        synchronized (b) {
          hashCode();
        }
      }
    }

    public void byCall() {
      synchronized (a) {
        more();
      }
    }

    private void more() {
      helper();
    }

    private void helper() {
      synchronized (b) {
        hashCode();
      }
    }
  }

  /** Each object has its own pair. */
  public static class LiveChildOnly {
    private final LiveSameLock child = new LiveSameLock();

    public synchronized void down() {
      child.outer();
    }

    public void alone() {
      child.inner();
    }
  }

  /** Readers do not exclude readers. */
  public static class LiveReadRead {
    private final ReentrantReadWriteLock a = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock b = new ReentrantReadWriteLock();

    public void ab() {
      a.readLock().lock();
      b.readLock().lock();
      b.readLock().unlock();
      a.readLock().unlock();
    }

    public void ba() {
      b.readLock().lock();
      a.readLock().lock();
      a.readLock().unlock();
      b.readLock().unlock();
    }
  }

  /** The lock is a local object. */
  public static class LiveLocalLock {
    private final Object a = new Object();

    public void localInside() {
      Object mine = new Object();
      synchronized (a) {
        synchronized (mine) {
          hashCode();
        }
      }
    }

    public void localOutside() {
      Object mine = new Object();
      synchronized (mine) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }

  /** Ordered by a number. */
  public static class LiveById {
    private final int id;

    /** Makes one. */
    public LiveById(int id) {
      this.id = id;
    }

    /** Takes the lesser first. */
    public static void both(LiveById x, LiveById y) {
      LiveById first = x.id < y.id ? x : y;
      LiveById second = first == x ? y : x;
      synchronized (first) {
        synchronized (second) {
          first.hashCode();
        }
      }
    }
  }

  /** The thread is ended before the other lock is taken. */
  public static class LiveJoinedBefore {
    private final Object a = new Object();
    private final Object b = new Object();

    /** Runs one and then the other. */
    public void run() throws InterruptedException {
      Thread thread =
          new Thread(
              () -> {
                synchronized (a) {
                  synchronized (b) {
                    hashCode();
                  }
                }
              });
      thread.start();
      thread.join();
      synchronized (b) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }

  /** Waits without the lock that the task needs. */
  public static class LiveGetOutside {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Object a = new Object();

    /** Runs a task and waits. */
    public Object run() throws Exception {
      synchronized (a) {
        hashCode();
      }
      return pool.submit(
              () -> {
                synchronized (a) {
                  return hashCode();
                }
              })
          .get();
    }
  }

  /** Two fields of the same class are the same order in each. */
  public static class LiveParentChild {
    private final LiveParentChild parent;
    private final Object lock = new Object();

    /** Makes one. */
    public LiveParentChild(LiveParentChild parent) {
      this.parent = parent;
    }

    /** Child first, then its parent. */
    public void up() {
      synchronized (lock) {
        if (parent != null) {
          parent.up();
        }
      }
    }
  }

  /** An object's monitor and a class's. */
  public static class DeadClassAndThis {
    public synchronized void first() {
      shared();
    }

    private static synchronized void shared() {
      System.identityHashCode(DeadClassAndThis.class);
    }

    public static void second(DeadClassAndThis it) {
      synchronized (DeadClassAndThis.class) {
        it.third();
      }
    }

    private synchronized void third() {
      hashCode();
    }
  }

  /** Two threads of the class itself. */
  public static class DeadThreads {
    private final Object a = new Object();
    private final Object b = new Object();

    public void run() {
      new Thread(this::ab).start();
      new Thread(this::ba).start();
    }

    private void ab() {
      synchronized (a) {
        synchronized (b) {
          hashCode();
        }
      }
    }

    private void ba() {
      synchronized (b) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }

  /** One order in a superclass. */
  public static class DeadSuper {
    protected final Object a = new Object();
    protected final Object b = new Object();

    public void ab() {
      synchronized (a) {
        synchronized (b) {
          hashCode();
        }
      }
    }
  }

  /** And the other here. */
  public static class DeadSub extends DeadSuper {
    public void ba() {
      synchronized (b) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }

  /** Equal objects are merged under both. */
  public static class DeadMerge {
    private int count;

    public synchronized void merge(DeadMerge other) {
      synchronized (other) {
        count += other.count;
      }
    }
  }
}
