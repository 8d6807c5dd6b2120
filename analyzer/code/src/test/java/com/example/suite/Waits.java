package com.example.suite;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Classes whose names start with Dead can wait for ever, those with Live cannot. */
public class Waits {
  private Waits() {}

  /** Both only read. */
  public static class LiveReaders {
    private final ReadWriteLock a = new ReentrantReadWriteLock();
    private final ReadWriteLock b = new ReentrantReadWriteLock();

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

  /** One reads, one writes. */
  public static class DeadReadWrite {
    private final ReadWriteLock a = new ReentrantReadWriteLock();
    private final ReadWriteLock b = new ReentrantReadWriteLock();

    public void ab() {
      a.readLock().lock();
      b.writeLock().lock();
      b.writeLock().unlock();
      a.readLock().unlock();
    }

    public void ba() {
      b.readLock().lock();
      a.writeLock().lock();
      a.writeLock().unlock();
      b.readLock().unlock();
    }
  }

  /** Locks of each call's own. */
  public static class LiveLocal {
    public void ab() {
      Object a = new Object();
      Object b = new Object();
      synchronized (a) {
        synchronized (b) {
          hashCode();
        }
      }
      synchronized (b) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }

  /** In a task. */
  public static class DeadTask {
    private final Object a = new Object();
    private final Object b = new Object();

    public void start() {
      new Thread(
              () -> {
                synchronized (a) {
                  synchronized (b) {
                    hashCode();
                  }
                }
              })
          .start();
      synchronized (b) {
        synchronized (a) {
          hashCode();
        }
      }
    }
  }

  /** Handed to a thread: the lock is not held there. */
  public static class LiveHandedOver {
    private final Object a = new Object();
    private final Object b = new Object();

    public void start() {
      synchronized (a) {
        new Thread(
                () -> {
                  synchronized (b) {
                    hashCode();
                  }
                })
            .start();
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

  /** Joins a thread that needs the lock. */
  public static class DeadJoin {
    private final Object lock = new Object();

    public void run() throws InterruptedException {
      Thread thread =
          new Thread(
              () -> {
                synchronized (lock) {
                  hashCode();
                }
              });
      thread.start();
      synchronized (lock) {
        thread.join();
      }
    }
  }

  /** Joins a thread that needs another lock. */
  public static class LiveJoin {
    private final Object lock = new Object();
    private final Object other = new Object();

    public void run() throws InterruptedException {
      Thread thread =
          new Thread(
              () -> {
                synchronized (other) {
                  hashCode();
                }
              });
      thread.start();
      synchronized (lock) {
        thread.join();
      }
    }
  }

  /** Waits for a result that needs the lock. */
  public static class DeadGet {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    public synchronized void run() throws Exception {
      Future<?> future = pool.submit(this::step);
      future.get();
    }

    private synchronized void step() {
      hashCode();
    }
  }

  /** Waits for a signal that is given under the lock. */
  public static class DeadLatch {
    private final CountDownLatch latch = new CountDownLatch(1);

    public synchronized void await() throws InterruptedException {
      latch.await();
    }

    public synchronized void done() {
      latch.countDown();
    }
  }

  /** The signal needs no lock. */
  public static class LiveLatch {
    private final CountDownLatch latch = new CountDownLatch(1);

    public synchronized void await() throws InterruptedException {
      latch.await();
    }

    public void done() {
      latch.countDown();
    }
  }

  /** Parent and child, always from above. */
  public static class LiveTree {
    private LiveTree parent;

    public synchronized void up() {
      if (parent != null) {
        parent.up();
      }
    }
  }

  /** An observer that calls back. */
  public static class DeadSubject {
    private DeadObserver observer;

    public synchronized void fire() {
      observer.seen();
    }

    public synchronized void remove() {
      observer = null;
    }
  }

  /** The observer. */
  public static class DeadObserver {
    private DeadSubject subject;

    public synchronized void seen() {
      hashCode();
    }

    public synchronized void stop() {
      subject.remove();
    }
  }
}
