package io.racewatch.instrument.samples;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Calls that the catalogue has rows for. */
public class LibraryCalls implements Callable<String> {
  private static final VarHandle COUNT;
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final AtomicIntegerFieldUpdater<LibraryCalls> UPDATER =
      AtomicIntegerFieldUpdater.newUpdater(LibraryCalls.class, "updated");

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(LibraryCalls.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Lock lock = new MyLock();
  private final StampedLock stamped = new StampedLock();
  private final AtomicInteger atomic = new AtomicInteger();
  private final AtomicIntegerArray elements = new AtomicIntegerArray(2);
  private final Map<String, String> map = new ConcurrentHashMap<>();
  private int count;
  private volatile int updated;

  /** A subtype of a catalogued type. */
  static class MyLock extends ReentrantLock {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public String call() throws Exception {
    return locks() + atomics() + handles() + failures() + collections();
  }

  private String locks() throws InterruptedException {
    lock.lock();
    try {
      Condition condition = lock.newCondition();
      return condition.awaitNanos(1) <= 0 ? "timeout" : "signal";
    } finally {
      lock.unlock();
    }
  }

  private String atomics() {
    boolean tried = lock.tryLock();
    if (tried) {
      lock.unlock();
    }
    long stamp = stamped.tryWriteLock();
    boolean read = stamped.tryReadLock() != 0;
    stamped.unlockWrite(stamp);
    int sum = atomic.incrementAndGet() + (atomic.compareAndSet(7, 8) ? 1 : 0);
    sum += new AtomicLong(5).compareAndExchange(5, 6) + elements.getAndAdd(1, 4);
    return tried + " " + read + sum + atomic.compareAndExchange(1, 3) + elements.get(1);
  }

  private String handles() {
    long[] slots = new long[3];
    COUNT.setVolatile(this, 4);
    SLOTS.compareAndSet(slots, 1, 0L, 9L);
    long witness = (long) SLOTS.compareAndExchange(slots, 1, 9L, 10L);
    UPDATER.incrementAndGet(this);
    return "" + (int) COUNT.getAcquire(this) + slots[1] + witness + updated;
  }

  private String failures() {
    try {
      return "" + elements.incrementAndGet(5);
    } catch (IndexOutOfBoundsException e) {
      return "bounds";
    }
  }

  private String collections() {
    List<String> list = new ArrayList<>(List.of("x"));
    list.add(map.put("k", "v") == null ? "none" : "some");
    Map<String, List<String>> hashed = new HashMap<>();
    hashed.computeIfAbsent("a", k -> list).add("more");
    return list + map.get("k") + hashed;
  }
}
