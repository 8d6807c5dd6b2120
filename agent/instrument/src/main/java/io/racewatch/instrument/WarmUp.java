package io.racewatch.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A bit of everything that the weaver deals with; woven once at the start, never run. */
class WarmUp implements Cloneable {
  private static final List<Object> ALL = new ArrayList<>();
  private static int count;

  private final Lock lock = new ReentrantLock();
  private final AtomicInteger atomic = new AtomicInteger();
  private final ConcurrentMap<Object, Object> map = new ConcurrentHashMap<>();
  private volatile boolean flag;
  private int[] numbers = new int[count];
  private long wide;
  private Object[][] grid = {{ALL}};

  WarmUp(boolean large) {
    this(large ? 2 : 1, ALL);
  }

  private WarmUp(int size, List<Object> all) {
    numbers = Arrays.copyOf(numbers, size);
    System.arraycopy(numbers, 0, new int[size], 0, all.size());
  }

  synchronized Runnable use() throws InterruptedException {
    lock.lock();
    while (!flag) {
      wait(10L);
      flag = lock.tryLock();
    }
    if (atomic.compareAndSet(1, 2) || atomic.compareAndExchange(1, 2) == 2) {
      map.put(this, numbers.clone());
    }
    synchronized (ALL) {
      wide += numbers[count++];
      numbers[0] = ALL.size();
      grid[0][0] = grid.clone();
    }
    return lock::unlock;
  }

  @Override
  protected Object clone() throws CloneNotSupportedException {
    return super.clone();
  }
}
