package com.example.kernels;

/** A hash map with a monitor for each stripe of buckets; many short critical sections. */
public final class StripedMap {
  private static final int STRIPES = 64;
  private static final int BUCKETS = 1 << 14;
  private static final int KEYS = 1 << 16;
  private static final int STEPS = 10_000;

  private final Object[] locks = new Object[STRIPES];
  private final Entry[] buckets = new Entry[BUCKETS];
  private final int[] sizes = new int[STRIPES];
  private int changes;

  private StripedMap() {
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new Object();
    }
  }

  /** Prints a checksum. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    boolean racy = args.length > 1;
    StripedMap map = new StripedMap();
    Workers.run(self -> map.work(self, rounds, racy));
    System.out.println("map " + map.checksum());
  }

  /** Adds commute, and no key is ever removed: the end is the same in any order. */
  private long work(int self, int rounds, boolean racy) {
    long found = 0;
    for (int round = 0; round < rounds; round++) {
      long seed = self + 2L * round;
      for (int i = 0; i < STEPS; i++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        int key = (int) (seed >>> 40) & (KEYS - 1);
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
    int bucket = key & (BUCKETS - 1);
    int stripe = bucket & (STRIPES - 1);
    synchronized (locks[stripe]) {
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
    }
  }

  private long get(int key) {
    int bucket = key & (BUCKETS - 1);
    synchronized (locks[bucket & (STRIPES - 1)]) {
      Entry entry = buckets[bucket];
      while (entry != null && entry.key != key) {
        entry = entry.next;
      }
      return entry == null ? 0 : entry.value;
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
