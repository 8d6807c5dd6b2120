package com.example.kernels;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The same work shared out to few threads or many, all of which live at once: locks, fields that
 * they guard, a table that all read. What an operation costs must not grow with the threads.
 */
public final class Crowd {
  private static final int LOCKS = 256;
  private static final int TABLE = 1000;

  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
  private final Box[] boxes = new Box[LOCKS];
  private final int[] table = new int[TABLE];

  private static final class Box {
    private long value;
    private int count;
  }

  private Crowd() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
      boxes[i] = new Box();
    }
    for (int i = 0; i < TABLE; i++) {
      table[i] = i;
    }
  }

  /** The arguments are thousands of operations in all, and threads. Prints a checksum. */
  public static void main(String[] args) throws InterruptedException {
    int count = Integer.parseInt(args[1]);
    int each = Integer.parseInt(args[0]) * 1000 / count;
    Crowd crowd = new Crowd();
    CountDownLatch all = new CountDownLatch(count);
    Thread[] threads = new Thread[count];
    for (int i = 0; i < count; i++) {
      int self = i;
      threads[i] = new Thread(() -> crowd.work(self, each, all));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long sum = 0;
    for (Box box : crowd.boxes) {
      sum += box.value + box.count;
    }
    System.out.println("crowd " + (sum > 0));
  }

  private void work(int self, int count, CountDownLatch all) {
    all.countDown();
    try {
      all.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (int i = 0; i < count; i++) {
      int at = (i * 31 + self * 7) % LOCKS;
      int read = table[(i + self) % TABLE];
      locks[at].lock();
      try {
        boxes[at].value += read;
        boxes[at].count++;
      } finally {
        locks[at].unlock();
      }
    }
  }
}
