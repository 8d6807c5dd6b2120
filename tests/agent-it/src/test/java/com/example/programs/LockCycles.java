package com.example.programs;

import com.example.support.Threads;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lock cycles of two threads: the first takes {@code a} and then {@code b}, the second {@code b}
 * and then {@code a}, and does so because of something, or not. The name of a class says whether
 * another schedule ends in the deadlock ({@code Sure}) or cannot be told to ({@code Unsure}).
 */
public final class LockCycles {
  private LockCycles() {}

  /** Runs all, one after the other. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(SurePlain::ab, SurePlain::ba);
    Threads.inOrder(SureThird::ab, SureThird::onlyB, SureThird::ba);
    Threads.inOrder(SureEarlierData::ab, SureEarlierData::ba);
    Threads.inOrder(UnsureFlag::ab, UnsureFlag::ba);
    Threads.inOrder(UnsureElement::ab, UnsureElement::ba);
    Threads.inOrder(UnsureMap::ab, UnsureMap::ba);
    Threads.inOrder(UnsureVector::ab, UnsureVector::ba);
    Threads.inOrder(UnsureVolatile::ab, UnsureVolatile::ba);
    Threads.inOrder(UnsureQueue::ab, UnsureQueue::ba);
    Threads.inOrder(UnsureTry::ab, UnsureTry::ba);
    Threads.inOrder(UnsureHandOver::ab, UnsureHandOver::ba);
    Threads.together(UnsureWait::ab, UnsureWait::ba);
  }

  static final class SurePlain {
    static final Object a = new Object();
    static final Object b = new Object();

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          a.hashCode();
        }
      }
    }

    static void ba() {
      synchronized (b) {
        synchronized (a) {
          a.hashCode();
        }
      }
    }
  }

  /** The lock comes to the second thread by way of a third, which has no part in it. */
  static final class SureThird {
    static final Object a = new Object();
    static final Object b = new Object();

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          a.hashCode();
        }
      }
    }

    static void onlyB() {
      synchronized (b) {
        a.hashCode();
      }
    }

    static void ba() {
      synchronized (b) {
        synchronized (a) {
          a.hashCode();
        }
      }
    }
  }

  /** What the second thread reads was written before the first took both. */
  static final class SureEarlierData {
    static final Object a = new Object();
    static final Object b = new Object();
    static int data;

    static void ab() {
      synchronized (b) {
        data = 1;
      }
      synchronized (a) {
        synchronized (b) {
          a.hashCode();
        }
      }
    }

    static void ba() {
      synchronized (b) {
        if (data == 1) {
          synchronized (a) {
            a.hashCode();
          }
        }
      }
    }
  }

  static final class UnsureFlag {
    static final Object a = new Object();
    static final Object b = new Object();
    static boolean ready;

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          ready = true;
        }
      }
    }

    static void ba() {
      synchronized (b) {
        if (ready) {
          synchronized (a) {
            a.hashCode();
          }
        }
      }
    }
  }

  static final class UnsureElement {
    static final Object a = new Object();
    static final Object b = new Object();
    static final int[] ready = new int[200];

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          ready[77] = 1;
        }
      }
    }

    static void ba() {
      synchronized (b) {
        if (ready[77] == 1) {
          synchronized (a) {
            a.hashCode();
          }
        }
      }
    }
  }

  static final class UnsureMap {
    static final Object a = new Object();
    static final Object b = new Object();
    static final Map<String, String> ready = new HashMap<>();

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          ready.put("it", "is");
        }
      }
    }

    static void ba() {
      synchronized (b) {
        if (ready.containsKey("it")) {
          synchronized (a) {
            a.hashCode();
          }
        }
      }
    }
  }

  static final class UnsureVector {
    static final Object a = new Object();
    static final Object b = new Object();
    static final Vector<String> ready = new Vector<>();

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          a.hashCode();
        }
      }
      ready.add("yes");
    }

    static void ba() {
      synchronized (b) {
        if (ready.contains("yes")) {
          synchronized (a) {
            a.hashCode();
          }
        }
      }
    }
  }

  /** The lock brings the news first, so that the volatile brings none. */
  static final class UnsureVolatile {
    static final Object a = new Object();
    static final Object b = new Object();
    static volatile boolean ready;

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          a.hashCode();
        }
      }
      ready = true;
      synchronized (b) {
        a.hashCode();
      }
    }

    static void ba() {
      synchronized (b) {
        if (ready) {
          synchronized (a) {
            a.hashCode();
          }
        }
      }
    }
  }

  /** The same with an element of a queue. */
  static final class UnsureQueue {
    static final Object a = new Object();
    static final Object b = new Object();
    static final Queue<String> ready = new ConcurrentLinkedQueue<>();

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          a.hashCode();
        }
      }
      ready.add(new String("yes"));
      synchronized (b) {
        a.hashCode();
      }
    }

    static void ba() {
      synchronized (b) {
        if (ready.poll() != null) {
          synchronized (a) {
            a.hashCode();
          }
        }
      }
    }
  }

  /** On its way the second thread tries for a lock that the first holds at the end. */
  static final class UnsureTry {
    static final ReentrantLock a = new ReentrantLock();
    static final ReentrantLock b = new ReentrantLock();

    static void ab() {
      a.lock();
      b.lock();
      b.unlock();
      a.unlock();
    }

    static void ba() {
      b.lock();
      if (a.tryLock()) {
        a.unlock();
      }
      a.lock();
      a.unlock();
      b.unlock();
    }
  }

  /** The outermost lock goes first, so that the log does not have it. */
  static final class UnsureHandOver {
    static final ReentrantLock a = new ReentrantLock();
    static final ReentrantLock b = new ReentrantLock();

    static void ab() {
      a.lock();
      b.lock();
      b.unlock();
      a.unlock();
    }

    static void ba() {
      a.lock();
      b.lock();
      a.unlock();
      a.lock();
      a.unlock();
      b.unlock();
    }
  }

  /** The second thread goes on only when the first has told it to. */
  static final class UnsureWait {
    static final Object a = new Object();
    static final Object b = new Object();
    static boolean waiting;
    static boolean told;

    static void ab() {
      synchronized (a) {
        synchronized (b) {
          a.hashCode();
        }
      }
      while (!tell()) {
        Thread.onSpinWait();
      }
    }

    private static boolean tell() {
      synchronized (b) {
        told = waiting;
        b.notifyAll();
        return told;
      }
    }

    static void ba() throws InterruptedException {
      synchronized (b) {
        waiting = true;
        while (!told) {
          b.wait();
        }
        synchronized (a) {
          a.hashCode();
        }
      }
    }
  }
}
