package com.example.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Arrays, objects, locks, threads and class loaders that come and go, and accesses by the million:
 * tells each minute how much is alive, which must not grow.
 */
public final class Churn implements Runnable {
  private static final int MINUTE = 60;
  private static final int ARRAYS = 20_000;
  private static final int PASSES = 20;
  private static final int LENGTH = 2000;
  private static final int LOADERS = 5;
  private static final int MEBI = 20;

  private static long total;

  private final int[] numbers = new int[LENGTH];
  private int count;
  private long accesses;

  /** The argument is a number of minutes. */
  public static void main(String[] args) throws Exception {
    long end = System.nanoTime() + Long.parseLong(args[0]) * MINUTE * 1_000_000_000L;
    long next = System.nanoTime();
    long rounds = 0;
    long threads = 0;
    long loaders = 0;
    while (System.nanoTime() < end) {
      threads += threads();
      for (int i = 0; i < LOADERS; i++) {
        ((Runnable) new Loader().loadClass(Part.class.getName()).getConstructor().newInstance())
            .run();
        loaders++;
      }
      rounds++;
      if (System.nanoTime() > next) {
        next += MINUTE * 1_000_000_000L;
        System.gc();
        Runtime jvm = Runtime.getRuntime();
        long alive = jvm.totalMemory() - jvm.freeMemory() >> MEBI;
        System.out.println(
            "rounds "
                + rounds
                + ", threads "
                + threads
                + ", class loaders "
                + loaders
                + ", million accesses "
                + total / 1_000_000
                + ", MiB alive "
                + alive);
      }
    }
  }

  private static int threads() throws InterruptedException {
    Churn first = new Churn();
    Churn second = new Churn();
    Thread one = new Thread(first);
    Thread two = new Thread(second);
    one.start();
    two.start();
    one.join();
    two.join();
    total += first.accesses + second.accesses;
    return 2;
  }

  @Override
  public void run() {
    for (int i = 0; i < ARRAYS; i++) {
      int[] own = new int[1 + i % 9];
      Object lock = new Object();
      ReentrantLock other = new ReentrantLock();
      synchronized (lock) {
        own[0] = i;
        count += own[0];
      }
      other.lock();
      numbers[i % LENGTH] = count;
      other.unlock();
      accesses += 6;
    }
    for (int pass = 0; pass < PASSES; pass++) {
      int sum = 0;
      for (int i = 0; i < LENGTH; i++) {
        sum += numbers[i];
        numbers[i] = sum;
      }
      count = sum;
      accesses += 2L * LENGTH;
    }
  }

  /** Loaded anew by each loader. */
  public static final class Part implements Runnable {
    private static int[] made = new int[LOADERS];
    private int number;

    @Override
    public void run() {
      for (int i = 0; i < made.length; i++) {
        made[i] = number++;
      }
    }
  }

  private static final class Loader extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Part.class.getName())) {
        return super.loadClass(name, resolve);
      }
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = Churn.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
