package com.example.programs;

import com.example.support.Threads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Uses what there is a hook for, without a race; prints one number. */
public final class Busy {
  private static final int ROUNDS = 10_000;
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final AtomicInteger ATOMIC = new AtomicInteger();
  private static final ConcurrentHashMap<Integer, int[]> MAP = new ConcurrentHashMap<>();
  private static volatile int seen;
  private static int plain;

  private int field;
  private int[] cells = new int[16];

  private Busy() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    Busy shared = new Busy();
    Threads.together(shared::work, shared::work);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<Integer> one = pool.submit(shared::work2);
    Future<Integer> other = pool.submit(shared::work2);
    int sum = one.get() + other.get();
    pool.shutdown();
    System.out.println(plain + ATOMIC.get() + (sum - sum));
  }

  private void work() throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      synchronized (this) {
        field++;
        cells[i & 15] += field & 1;
      }
      LOCK.lock();
      try {
        plain++;
      } finally {
        LOCK.unlock();
      }
      MAP.put(i & 255, new int[] {i});
      seen = ATOMIC.incrementAndGet();
    }
    Thread.sleep(0);
  }

  private synchronized int work2() {
    cells = new int[16];
    notifyAll();
    return field + cells[3] + seen;
  }
}
