package com.example.programs;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/** Caffeine: a bounded cache that loads what it lacks, asked for some keys more than for others. */
public final class Cache {
  private static final int ENTRIES = 250_000;
  private static final int KEYS = 300_000;
  private static final int LENGTH = 700;

  private Cache() {}

  /** The argument is the number of requests a thread. */
  public static void main(String[] args) throws Exception {
    int requests = Integer.parseInt(args[0]);
    LoadingCache<Integer, byte[]> cache =
        Caffeine.newBuilder().maximumSize(ENTRIES).build(Cache::load);
    for (int key = 0; key < ENTRIES; key++) {
      cache.get(key);
    }
    System.out.println("sum " + Crew.work(number -> ask(cache, number, requests)));
    Crew.end(cache);
  }

  private static byte[] load(int key) {
    byte[] value = new byte[LENGTH];
    value[0] = (byte) key;
    return value;
  }

  /** What is evicted is a matter of timing; what is loaded is not. */
  private static long ask(LoadingCache<Integer, byte[]> cache, int thread, int requests) {
    long sum = 0;
    long seed = thread;
    for (int i = 0; i < requests; i++) {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      double share = (seed >>> 11) * 0x1p-53;
      sum += cache.get((int) (share * share * KEYS))[0];
    }
    return sum;
  }
}
