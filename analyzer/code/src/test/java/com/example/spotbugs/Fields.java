package com.example.spotbugs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Shared fields and maps. */
public class Fields {
  private Fields() {}

  /** IS2_INCONSISTENT_SYNC. */
  public static class InconsistentSyncBad {
    private int total;

    public synchronized void add(int n) {
      total += n;
    }

    public synchronized int total() {
      return total;
    }

    public void clear() {
      total = 0;
    }
  }

  /** The same with the lock everywhere. */
  public static class InconsistentSyncGood {
    private int total;

    public synchronized void add(int n) {
      total += n;
    }

    public synchronized void clear() {
      total = 0;
    }
  }

  @interface GuardedBy {
    String value();
  }

  /** IS_FIELD_NOT_GUARDED. */
  public static class NotGuardedBad {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private int balance;

    public int balance() {
      return balance;
    }

    public void add(int n) {
      synchronized (lock) {
        balance += n;
      }
    }
  }

  /** Guarded. */
  public static class NotGuardedGood {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private int balance;

    public void add(int n) {
      synchronized (lock) {
        balance += n;
      }
    }
  }

  /** UG_SYNC_SET_UNSYNC_GET. */
  public static class SyncSetUnsyncGetBad {
    private String name;

    public synchronized void setName(String to) {
      name = to;
    }

    public String getName() {
      return name;
    }
  }

  /** Both. */
  public static class SyncSetUnsyncGetGood {
    private String name;

    public synchronized void setName(String to) {
      name = to;
    }

    public synchronized String getName() {
      return name;
    }
  }

  /** AT_NONATOMIC_OPERATIONS_ON_SHARED_VARIABLE. */
  public static class NonAtomicOperationBad {
    private final AtomicInteger count = new AtomicInteger();

    public void add() {
      count.set(count.get() + 1);
    }
  }

  /** One step. */
  public static class NonAtomicOperationGood {
    private final AtomicInteger count = new AtomicInteger();

    public void add() {
      count.incrementAndGet();
    }
  }

  /** VO_VOLATILE_INCREMENT. */
  public static class VolatileIncrementBad {
    private volatile int count;

    public void add() {
      count++;
    }
  }

  /** Under a lock. */
  public static class VolatileIncrementGood {
    private volatile int count;

    public synchronized void add() {
      count++;
    }
  }

  /** AT_STALE_THREAD_WRITE_OF_PRIMITIVE. */
  public static class StaleWriteBad {
    private boolean stop;

    public void start() {
      new Thread(
              () -> {
                while (!stop) {
                  System.gc();
                }
              })
          .start();
      stop = true;
    }
  }

  /** Volatile. */
  public static class StaleWriteGood {
    private volatile boolean stop;

    public void start() {
      new Thread(
              () -> {
                while (!stop) {
                  System.gc();
                }
              })
          .start();
      stop = true;
    }
  }

  /** AT_NONATOMIC_64BIT_PRIMITIVE. */
  public static class WideBad {
    private long when;

    public synchronized void set(long to) {
      when = to;
    }

    public long get() {
      return when;
    }
  }

  /** Volatile ones are whole. */
  public static class WideGood {
    private volatile long when;

    public void set(long to) {
      when = to;
    }

    public long get() {
      return when;
    }
  }

  /** AT_OPERATION_SEQUENCE_ON_CONCURRENT_ABSTRACTION. */
  public static class OperationSequenceBad {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    public void add(String key) {
      Integer old = counts.get(key);
      counts.put(key, old == null ? 1 : old + 1);
    }
  }

  /** One step. */
  public static class OperationSequenceGood {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    public void add(String key) {
      counts.merge(key, 1, Integer::sum);
    }
  }

  /** RV_RETURN_VALUE_OF_PUTIFABSENT_IGNORED. */
  public static class PutIfAbsentBad {
    private final ConcurrentMap<String, List<String>> lists = new ConcurrentHashMap<>();

    public List<String> of(String key) {
      List<String> fresh = new ArrayList<>();
      lists.putIfAbsent(key, fresh);
      fresh.add(key);
      return fresh;
    }
  }

  /** The answer counts. */
  public static class PutIfAbsentGood {
    private final ConcurrentMap<String, List<String>> lists = new ConcurrentHashMap<>();

    public List<String> of(String key) {
      List<String> fresh = new ArrayList<>();
      List<String> old = lists.putIfAbsent(key, fresh);
      return old == null ? fresh : old;
    }
  }

  /** DC_DOUBLECHECK. */
  public static class DoubleCheckBad {
    private List<String> names;

    public List<String> names() {
      if (names == null) {
        synchronized (this) {
          if (names == null) {
            names = new ArrayList<>();
          }
        }
      }
      return names;
    }
  }

  /** Volatile. */
  public static class DoubleCheckGood {
    private volatile List<String> names;

    public List<String> names() {
      if (names == null) {
        synchronized (this) {
          if (names == null) {
            names = new ArrayList<>();
          }
        }
      }
      return names;
    }
  }

  /** DC_PARTIALLY_CONSTRUCTED. */
  public static class PartiallyConstructedBad {
    private volatile List<String> names;

    public List<String> names() {
      if (names == null) {
        synchronized (this) {
          if (names == null) {
            names = new ArrayList<>();
            names.add("first");
          }
        }
      }
      return names;
    }
  }

  /** Filled first. */
  public static class PartiallyConstructedGood {
    private volatile List<String> names;

    public List<String> names() {
      if (names == null) {
        synchronized (this) {
          if (names == null) {
            List<String> all = new ArrayList<>();
            all.add("first");
            names = all;
          }
        }
      }
      return names;
    }
  }

  /** LI_LAZY_INIT_STATIC. */
  public static class LazyStaticBad {
    private static List<String> names;

    public static List<String> names() {
      if (names == null) {
        names = new ArrayList<>();
      }
      return names;
    }
  }

  /** Locked. */
  public static class LazyStaticGood {
    private static List<String> names;

    public static synchronized List<String> names() {
      if (names == null) {
        names = new ArrayList<>();
      }
      return names;
    }
  }

  /** LI_LAZY_INIT_UPDATE_STATIC. */
  public static class LazyUpdateStaticBad {
    private static List<String> names;

    public static List<String> names() {
      if (names == null) {
        names = new ArrayList<>();
        names.add("first");
      }
      return names;
    }
  }

  /** In a holder. */
  public static class LazyUpdateStaticGood {
    private static final class Holder {
      static final List<String> NAMES = List.of("first");
    }

    public static List<String> names() {
      return Holder.NAMES;
    }
  }

  /** SSD_DO_NOT_USE_INSTANCE_LOCK_ON_SHARED_STATIC_DATA. */
  public static class InstanceLockOnStaticBad {
    private static int count;

    public synchronized void add() {
      count++;
    }
  }

  /** The lock of the class. */
  public static class InstanceLockOnStaticGood {
    private static int count;

    public static synchronized void add() {
      count++;
    }
  }

  /** VO_VOLATILE_REFERENCE_TO_ARRAY. */
  public static class VolatileArrayBad {
    private volatile int[] cells = new int[4];

    public void set(int i) {
      cells[i] = 1;
    }
  }

  /** Replaced as a whole. */
  public static class VolatileArrayGood {
    private volatile int[] cells = new int[4];

    public void set(int i) {
      int[] fresh = cells.clone();
      fresh[i] = 1;
      cells = fresh;
    }
  }
}
