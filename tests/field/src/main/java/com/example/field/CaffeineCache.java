package com.example.field;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Caffeine: a bounded, expiring cache and one of weak keys, read and written by four threads. */
public final class CaffeineCache {
  private static final int THREADS = 4;
  private static final int KEYS = 2000;
  private static final int SIZE = 500;
  private static final int REMOVE = 31;

  private CaffeineCache() {}

  /** What is cached. */
  private static final class Entry {
    private final int key;
    private int square;

    Entry(int key) {
      this.key = key;
      this.square = key * key;
    }
  }

  /** The argument is the number of look-ups a thread. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    Cache<Integer, Entry> bounded =
        Caffeine.newBuilder()
            .maximumSize(SIZE)
            .expireAfterWrite(Duration.ofMinutes(1))
            .recordStats()
            .build();
    Cache<Object, Entry> weak = Caffeine.newBuilder().weakKeys().softValues().build();
    Object[] keys = new Object[KEYS];
    for (int i = 0; i < KEYS; i++) {
      keys[i] = new Object();
    }
    AtomicLong sum = new AtomicLong();
    Crew.work(
        THREADS,
        number -> {
          long own = 0;
          for (int i = 0; i < rounds; i++) {
            int key = (i * (number + 3) + i / 7) % KEYS;
            Entry entry = bounded.get(key, Entry::new);
            own += entry.square - entry.key;
            own += weak.get(keys[key], any -> new Entry(key)).square;
            if (i % REMOVE == 0) {
              bounded.invalidate(key);
            }
          }
          sum.addAndGet(own);
        });
    bounded.cleanUp();
    System.out.println("sum " + sum.get());
    System.out.println("bounded " + (bounded.estimatedSize() <= SIZE));
    System.out.println("requests " + bounded.stats().requestCount());
  }
}
