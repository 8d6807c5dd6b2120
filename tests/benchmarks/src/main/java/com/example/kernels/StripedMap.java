package com.example.kernels;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A hash map with a lock for each stripe of buckets; many short critical sections. */
public final class StripedMap {
  private static final int STRIPES = 64;
  private static final int SMALL = 1 << 14;

  /** Four keys for each; some 280 MB. */
  private static final int LARGE = 1 << 21;

  private static final int STEPS = 10_000;

  private final Lock[] locks = new Lock[STRIPES];
  private final Entry[] buckets;
  private final int keys;
  private final int[] sizes = new int[STRIPES];
  private int changes;

  private StripedMap(int size) {
    buckets = new Entry[size];
    keys = size * 4;
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /** Prints a checksum. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    boolean racy = Size.racy(args);
    int size = Size.of(args, SMALL, LARGE);
    StripedMap map = new StripedMap(size);
    for (int key = 0; size == LARGE && key < map.keys; key++) {
      map.add(key, key);
    }
    Workers.run(self -> map.work(self, rounds, racy));
    System.out.println("map " + map.checksum());
    Size.end(map);
  }

  /** Adds commute, and no key is ever removed: the end is the same in any order. */
  private long work(int self, int rounds, boolean racy) {
    long found = 0;
    for (int round = 0; round < rounds; round++) {
      long seed = self + 2L * round;
      for (int i = 0; i < STEPS; i++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        int key = (int) (seed >>> 40) & (keys - 1);
        if ((i & 3) == 0) {
          add(key, i);
        } else {
          found += get(key);
        }
      }
      if (racy) {
        changes++;
      }
    }
    return found;
  }

  private void add(int key, int amount) {
    int bucket = key & (buckets.length - 1);
    int stripe = bucket & (STRIPES - 1);
    Lock lock = locks[stripe];
    lock.lock();
    try {
      Entry entry = buckets[bucket];
      while (entry != null && entry.key != key) {
        entry = entry.next;
      }
      if (entry == null) {
        entry = new Entry(key, buckets[bucket]);
        buckets[bucket] = entry;
        sizes[stripe]++;
      }
      entry.value += amount;
    } finally {
      lock.unlock();
    }
  }

  private long get(int key) {
    int bucket = key & (buckets.length - 1);
    Lock lock = locks[bucket & (STRIPES - 1)];
    lock.lock();
    try {
      Entry entry = buckets[bucket];
      while (entry != null && entry.key != key) {
        entry = entry.next;
      }
      return entry == null ? 0 : entry.value;
    } finally {
      lock.unlock();
    }
  }

  private long checksum() {
    long sum = 0;
    for (Entry bucket : buckets) {
      for (Entry entry = bucket; entry != null; entry = entry.next) {
        sum += entry.value * (entry.key + 1);
      }
    }
    for (int size : sizes) {
      sum = sum * 31 + size;
    }
    return sum;
  }

  private static final class Entry {
    private final int key;
    private final Entry next;
    private long value;

    Entry(int key, Entry next) {
      this.key = key;
      this.next = next;
    }
  }
}
