package com.example.programs;

import java.util.concurrent.locks.ReentrantLock;

/** Arrays, locks and threads that come and go: tells at half time and at the end what is alive. */
public final class Churning {
  private static final int MEBI = 20;
  private static final int TURNS = 8;
  private static final int ARRAYS = 120_000;
  private static final int THREADS = 100;

  /** Tables are swept in four seconds. */
  private static final int LOOKS = 25;

  private static final long PAUSE_MILLIS = 200;

  private static int last;

  private Churning() {}

  /** Prints two numbers of MiB. */
  public static void main(String[] args) throws InterruptedException {
    work();
    long half = alive();
    work();
    System.out.println(half + " " + alive());
  }

  private static void work() throws InterruptedException {
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < ARRAYS; i++) {
        int[] array = keep(new int[1 + i % 7], i);
        synchronized (array) {
          last = array[0];
        }
      }
      for (int i = 0; i < THREADS; i++) {
        ReentrantLock lock = new ReentrantLock();
        Thread thread =
            new Thread(
                () -> {
                  lock.lock();
                  last = 0;
                  lock.unlock();
                });
        thread.start();
        thread.join();
      }
    }
  }

  private static int[] keep(int[] array, int value) {
    array[0] = value;
    return array;
  }

  /** The least of some looks: entries go a while after the collection that took their objects. */
  private static long alive() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int look = 0; look < LOOKS; look++) {
      System.gc();
      Runtime jvm = Runtime.getRuntime();
      least = Math.min(least, jvm.totalMemory() - jvm.freeMemory() >> MEBI);
      Thread.sleep(PAUSE_MILLIS);
    }
    return least;
  }
}
