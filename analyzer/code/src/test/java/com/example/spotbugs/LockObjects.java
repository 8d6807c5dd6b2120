package com.example.spotbugs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What is locked, and how. */
public class LockObjects {
  private LockObjects() {}

  /** ML_SYNC_ON_UPDATED_FIELD. */
  public static class UpdatedFieldBad {
    private Object lock = new Object();

    public void use() {
      synchronized (lock) {
        hashCode();
      }
    }

    public void renew() {
      lock = new Object();
    }
  }

  /** Final. */
  public static class UpdatedFieldGood {
    private final Object lock = new Object();

    public void use() {
      synchronized (lock) {
        hashCode();
      }
    }
  }

  /** ML_SYNC_ON_FIELD_TO_GUARD_CHANGING_THAT_FIELD. */
  public static class GuardChangingBad {
    private List<String> list = new ArrayList<>();

    public void clear() {
      synchronized (list) {
        list = new ArrayList<>();
      }
    }
  }

  /** Cleared, not replaced. */
  public static class GuardChangingGood {
    private final List<String> list = new ArrayList<>();

    public void clear() {
      synchronized (list) {
        list.clear();
      }
    }
  }

  /** NP_SYNC_AND_NULL_CHECK_FIELD: the field of the lock can be null, so it is set some time. */
  public static class NullCheckBad {
    private Object lock;

    public void use() {
      synchronized (lock) {
        if (lock != null) {
          lock = null;
        }
      }
    }

    public void open() {
      lock = new Object();
    }
  }

  /** Never null. */
  public static class NullCheckGood {
    private final Object lock = new Object();
    private Object value;

    public void use() {
      synchronized (lock) {
        if (value != null) {
          value = null;
        }
      }
    }
  }

  /** DL_SYNCHRONIZATION_ON_SHARED_CONSTANT. */
  public static class SharedConstantBad {
    private static final String LOCK = "LOCK";
    private int count;

    public void add() {
      synchronized (LOCK) {
        count++;
      }
    }
  }

  /** An object of its own. */
  public static class SharedConstantGood {
    private static final Object LOCK = new Object();
    private int count;

    public void add() {
      synchronized (LOCK) {
        count++;
      }
    }
  }

  /** DL_SYNCHRONIZATION_ON_BOOLEAN. */
  public static class BooleanBad {
    private final Boolean lock = Boolean.FALSE;
    private int count;

    public void add() {
      synchronized (lock) {
        count++;
      }
    }
  }

  /** Not a Boolean. */
  public static class BooleanGood {
    private final Object lock = new Object();
    private Boolean done = Boolean.FALSE;

    public void add() {
      synchronized (lock) {
        done = Boolean.TRUE;
      }
    }
  }

  /** DL_SYNCHRONIZATION_ON_BOXED_PRIMITIVE. */
  public static class BoxedBad {
    private Integer count = 0;

    public void add() {
      synchronized (count) {
        count++;
      }
    }
  }

  /** The number is not the lock. */
  public static class BoxedGood {
    private final Object lock = new Object();
    private Integer count = 0;

    public void add() {
      synchronized (lock) {
        count++;
      }
    }
  }

  /** DL_SYNCHRONIZATION_ON_UNSHARED_BOXED_PRIMITIVE. */
  public static class UnsharedBoxedBad {
    private final Long lock = Long.valueOf(77_000L);
    private int count;

    public void add() {
      synchronized (lock) {
        count++;
      }
    }
  }

  /** An array is an object of its own. */
  public static class UnsharedBoxedGood {
    private final long[] lock = new long[0];
    private int count;

    public void add() {
      synchronized (lock) {
        count++;
      }
    }
  }

  /** DL_SYNCHRONIZATION_ON_INTERNED_STRING. */
  public static class InternedBad {
    private int count;

    public void add(String name) {
      synchronized (name.intern()) {
        count++;
      }
    }
  }

  /** A lock for each name. */
  public static class InternedGood {
    private final ConcurrentHashMap<String, Object> locks = new ConcurrentHashMap<>();
    private int count;

    public void add(String name) {
      synchronized (locks.computeIfAbsent(name, k -> new Object())) {
        hashCode();
      }
    }

    public int count() {
      return count;
    }
  }

  /** WL_USING_GETCLASS_RATHER_THAN_CLASS_LITERAL. */
  public static class GetClassBad {
    private static int count;

    public void add() {
      synchronized (getClass()) {
        count++;
      }
    }
  }

  /** Another class's object. */
  public static class GetClassSub extends GetClassBad {}

  /** The literal. */
  public static class GetClassGood {
    private static int count;

    public void add() {
      synchronized (GetClassGood.class) {
        count++;
      }
    }
  }

  /** JLM_JSR166_LOCK_MONITORENTER. */
  public static class LockMonitorBad {
    private final Lock lock = new ReentrantLock();
    private int count;

    public void add() {
      synchronized (lock) {
        count++;
      }
    }

    public void other() {
      lock.lock();
      try {
        count--;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Its own methods. */
  public static class LockMonitorGood {
    private final Lock lock = new ReentrantLock();
    private int count;

    public void add() {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }

  /** JLM_JSR166_UTILCONCURRENT_MONITORENTER. */
  public static class UtilConcurrentMonitorBad {
    private final ReentrantLock guard = new ReentrantLock();
    private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

    public void add() {
      synchronized (guard) {
        map.put("a", "b");
      }
    }
  }

  /** No lock is needed. */
  public static class UtilConcurrentMonitorGood {
    private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

    public void add() {
      map.put("a", "b");
    }
  }

  /** JML_JSR166_CALLING_WAIT_RATHER_THAN_AWAIT. */
  public static class WaitForAwaitBad {
    private final Lock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private boolean done;

    public void wake() {
      synchronized (ready) {
        done = true;
        ready.notifyAll();
      }
    }
  }

  /** The condition's own. */
  public static class WaitForAwaitGood {
    private final Lock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private boolean done;

    public void wake() {
      lock.lock();
      try {
        done = true;
        ready.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** DM_MONITOR_WAIT_ON_CONDITION. */
  public static class MonitorWaitBad {
    private final Lock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private boolean done;

    public void block() throws InterruptedException {
      synchronized (ready) {
        while (!done) {
          ready.wait();
        }
      }
    }
  }

  /** Await. */
  public static class MonitorWaitGood {
    private final Lock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private boolean done;

    public void block() throws InterruptedException {
      lock.lock();
      try {
        while (!done) {
          ready.await();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
