package com.example.programs;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Uses what there is a hook for while allocations of racewatch fail, and after that; prints what
 * came out, and what came out of hooks.
 */
public final class Starved {
  private static final int[] RATES = {0, 1, 2, 3, 5, 7, 11, 17, 29, 53, 101, 0};
  private static final VarHandle HANDLE = handle();

  private static int raced;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantReadWriteLock either = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private final Semaphore permit = new Semaphore(1);
  private final AtomicInteger atomic = new AtomicInteger();
  private final AtomicIntegerArray atomics = new AtomicIntegerArray(4);
  private final Map<String, int[]> library = new HashMap<>();
  private volatile int seen;
  private int handled;
  private int plain;
  private long[] cells = new long[200];

  private Starved() {}

  /** Of which each is initialised at another rate. */
  private static class Initialised0 {
    static int value = length("a");
  }

  private static class Initialised1 extends Initialised0 {
    static int value = length("ab");
  }

  private static class Initialised2 {
    static int value = length("abc");
  }

  private static class Initialised3 {
    static int value = length("abcd");
  }

  private static int length(String text) {
    return text.length();
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Starved.class, "handled", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    Class<?>[] woven = {
      Initialised0.class, Initialised1.class, Initialised2.class, Initialised3.class
    };
    for (int rate : RATES) {
      StarvedRwIgnored.each = rate;
      String out = "";
      try {
        out = new Starved().all(rate);
      } catch (Throwable thrown) {
        StarvedRwIgnored.each = 0;
        thrown.printStackTrace();
      }
      StarvedRwIgnored.each = 0;
      System.out.println(rate + ": " + out);
    }
    System.out.println(woven.length + " " + (StarvedRwIgnored.failures > 0));
    Threads.together(() -> raced++, () -> raced++);
  }

  private String all(int rate) throws Exception {
    List<Object> out = new ArrayList<>();
    Threads.together(this::locks, this::locks);
    out.add(plain + " " + atomic + " " + seen % 2 + " " + cells[7] + " " + atomics.get(1));
    out.add(initialised(rate));
    out.add(tasks());
    out.add(handedOver());
    out.add(awaited());
    out.add(reflected());
    out.add(loops());
    return out.toString();
  }

  private void locks() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      synchronized (this) {
        lock.lock();
        plain++;
        cells[i & 7]++;
        lock.unlock();
        notifyAll();
      }
      either.writeLock().lock();
      library.put("key" + (i & 3), new int[] {i});
      either.writeLock().unlock();
      either.readLock().lock();
      library.get("key1");
      either.readLock().unlock();
      long stamp = stamped.tryOptimisticRead();
      stamped.validate(stamp);
      permit.acquire();
      permit.release();
      if (lock.tryLock(1, TimeUnit.SECONDS)) {
        lock.unlock();
      }
      seen = atomic.incrementAndGet() & 1;
      atomics.incrementAndGet(1);
      HANDLE.getAndAdd(this, 1);
    }
  }

  private static int initialised(int rate) {
    return switch (rate) {
      case 0 -> 0;
      case 1 -> Initialised0.value;
      case 2 -> Initialised1.value;
      case 3 -> Initialised2.value;
      default -> Initialised3.value;
    };
  }

  private int tasks() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      int sum = 0;
      for (int i = 0; i < 10; i++) {
        int one = i;
        sum += pool.submit(() -> one + plain).get();
        sum += CompletableFuture.supplyAsync(() -> one, pool).thenApply(n -> n + 1).get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }

  private static int handedOver() throws InterruptedException {
    BlockingQueue<int[]> queue = new ArrayBlockingQueue<>(2);
    CountDownLatch done = new CountDownLatch(1);
    int[] sum = new int[1];
    Thread taker =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 20; i++) {
                  sum[0] += queue.take()[0];
                }
              } catch (InterruptedException e) {
                sum[0] = -1;
              }
              done.countDown();
            });
    taker.start();
    for (int i = 0; i < 20; i++) {
      queue.put(new int[] {i});
    }
    done.await();
    taker.join();
    return sum[0];
  }

  private boolean awaited() throws InterruptedException {
    Thread waker =
        new Thread(
            () -> {
              lock.lock();
              plain = -1;
              changed.signalAll();
              lock.unlock();
            });
    lock.lock();
    try {
      waker.start();
      while (plain != -1) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
    waker.join();
    synchronized (this) {
      wait(1);
    }
    return Thread.interrupted();
  }

  private String reflected() throws Exception {
    Object list = List.class.getMethod("of", Object.class).invoke(null, "one");
    var field = Starved.class.getDeclaredField("handled");
    field.setInt(this, field.getInt(this) + 1);
    ReentrantLock other = new ReentrantLock();
    ReentrantLock.class.getMethod("lock").invoke(other);
    Runnable unlock = other::unlock;
    unlock.run();
    return list
        + " "
        + handled
        + " "
        + other.isLocked()
        + " "
        + new ArrayDeque<>(List.of(1)).peek();
  }

  private long loops() {
    long sum = 0;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i;
    }
    for (long cell : cells) {
      sum += cell;
    }
    long[] copy = cells.clone();
    System.arraycopy(copy, 0, cells, 1, copy.length - 1);
    return sum + cells[3];
  }
}
