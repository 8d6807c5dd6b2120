package com.example.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Classes that say of themselves that threads share them. */
@ThreadSafe
public class Annotated {
  private int racyBare;
  private volatile int safeVolatile;
  private final int safeFinal = 4;
  private final AtomicInteger safeAtomic = new AtomicInteger();
  private final ThreadLocal<Integer> safeLocal = ThreadLocal.withInitial(() -> 1);
  private Object racyLazy;
  private long racyLong;
  private boolean racyFlag;
  private final Map<String, String> safeMap = new ConcurrentHashMap<>();
  private int racyIndirect;
  private int safeSync;

  public void bare(int v) {
    racyBare = v;
    safeVolatile = v + safeFinal;
    safeAtomic.incrementAndGet();
    safeLocal.set(v);
    safeMap.put("a", "b");
  }

  public Object lazy() {
    if (racyLazy == null) {
      racyLazy = new Object();
    }
    return racyLazy;
  }

  public void add(long v) {
    racyLong += v;
  }

  public void stop() {
    racyFlag = true;
  }

  public boolean stopped() {
    return racyFlag;
  }

  public void indirect() {
    deeper(3);
  }

  private void deeper(int v) {
    racyIndirect = v;
  }

  public synchronized void sync() {
    safeSync++;
  }

  /** Collections whose change and use must exclude each other. */
  public static class Containers {
    private final Map<String, String> map = new HashMap<>();
    private final List<String> list = new ArrayList<>();
    private final List<String> synced = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> safe = new HashMap<>();

    public synchronized void racyMap(String a) {
      map.put(a, a);
      safe.put(a, a);
    }

    public String get(String a) {
      return map.get(a);
    }

    public synchronized String safeGet(String a) {
      return safe.get(a);
    }

    public void racyList(String a) {
      list.add(a);
      synced.add(a);
    }

    public synchronized boolean has(String a) {
      list.remove(a);
      return list.contains(a) || synced.contains(a);
    }
  }

  /** Guards that are written down. */
  public static class Guards {
    private final Object lock = new Object();
    private final ReentrantLock reentrant = new ReentrantLock();

    @GuardedBy("this")
    private int safeThis;

    @GuardedBy("this")
    private int racyThis;

    @GuardedBy("lock")
    private int safeLock;

    @GuardedBy("lock")
    private int racyLock;

    @GuardedBy("this.lock")
    private int racyThisLock;

    @GuardedBy("reentrant")
    private int safeReentrant;

    @GuardedBy("reentrant")
    private int racyReentrant;

    @GuardedBy("Annotated.Guards.class")
    private static int safeClass;

    @GuardedBy("Guards.class")
    private static int racyClass;

    @GuardedBy("lock()")
    private int safeMethod;

    @GuardedBy("lock()")
    private int racyMethod;

    @GuardedBy("nowhere")
    private int racyUnresolvable;

    @GuardedBy("lock")
    private int safePrivate;

    private final ReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("rw.writeLock()")
    private int safeWriteLock;

    @GuardedBy("this.rw.writeLock()")
    private int racyWriteLock;

    @GuardedBy("rw.readLock()")
    private int safeReadLock;

    @GuardedBy("itself")
    private final List<String> safeItself = new ArrayList<>();

    @GuardedBy("itself")
    private final List<String> racyItself = new ArrayList<>();

    @Several.GuardedBy({"lock", "reentrant"})
    private int safeAll;

    @Several.GuardedBy({"lock", "reentrant"})
    private int racyAll;

    Object lock() {
      return lock;
    }

    public void ofWriteLock() {
      rw.writeLock().lock();
      try {
        safeWriteLock++;
        racyWriteLock++;
        safeReadLock++;
      } finally {
        rw.writeLock().unlock();
      }
    }

    public int ofReadLock() {
      rw.readLock().lock();
      try {
        return safeReadLock;
      } finally {
        rw.readLock().unlock();
      }
    }

    public void notWriteLock() {
      racyWriteLock++;
    }

    public void ofItself() {
      synchronized (safeItself) {
        safeItself.add("a");
      }
      synchronized (racyItself) {
        racyItself.add("a");
      }
    }

    public void notItself() {
      racyItself.add("b");
    }

    public void ofAll() {
      synchronized (lock) {
        reentrant.lock();
        try {
          safeAll++;
          racyAll++;
        } finally {
          reentrant.unlock();
        }
      }
    }

    public void ofOne() {
      synchronized (lock) {
        racyAll++;
      }
    }

    public synchronized void ofThis() {
      safeThis++;
      racyThis++;
      racyUnresolvable++;
    }

    public void notThis() {
      racyThis++;
    }

    public void ofLock() {
      synchronized (lock) {
        safeLock++;
        racyLock++;
        racyThisLock++;
        inside();
      }
    }

    public synchronized int notLock() {
      return racyLock + racyThisLock;
    }

    private void inside() {
      safePrivate++;
    }

    public void ofReentrant() {
      reentrant.lock();
      try {
        safeReentrant++;
      } finally {
        reentrant.unlock();
      }
      racyReentrant++;
    }

    public static void ofClass() {
      synchronized (Guards.class) {
        safeClass++;
      }
    }

    public synchronized void notClass() {
      racyClass++;
    }

    public void ofMethod() {
      synchronized (lock()) {
        safeMethod++;
      }
      racyMethod++;
    }

    @GuardedBy("lock")
    public void callerHolds() {
      safeLock--;
    }
  }

  /** The form of annotation that takes several locks. */
  static final class Several {
    private Several() {}

    /** Known by its simple name. */
    @interface GuardedBy {
      /** All of them are to be held. */
      String[] value();
    }
  }
}
