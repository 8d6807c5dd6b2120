package com.example.field;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Striped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Guava: chains of futures, a loading cache, striped locks and a concurrent multiset. */
public final class Guava {
  private static final int THREADS = 4;
  private static final int KEYS = 300;

  private Guava() {}

  /** The argument is the number of futures. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 3000;
    ListeningExecutorService pool =
        MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(THREADS));
    LoadingCache<Integer, int[]> cache =
        CacheBuilder.newBuilder()
            .maximumSize(KEYS / 2)
            .build(CacheLoader.from(key -> new int[] {key, key * key}));
    Striped<Lock> locks = Striped.lock(8);
    ConcurrentHashMultiset<Integer> seen = ConcurrentHashMultiset.create();
    long[] sums = new long[KEYS];
    List<ListenableFuture<int[]>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int key = i % KEYS;
      ListenableFuture<int[]> loaded = pool.submit(() -> cache.get(key));
      ListenableFuture<int[]> changed =
          Futures.transform(loaded, pair -> new int[] {pair[0], pair[1] + 1}, pool);
      all.add(
          Futures.transform(
              changed,
              pair -> {
                seen.add(pair[0]);
                Lock lock = locks.get(pair[0]);
                lock.lock();
                try {
                  sums[pair[0]] += pair[1];
                } finally {
                  lock.unlock();
                }
                return pair;
              },
              MoreExecutors.directExecutor()));
    }
    long total = 0;
    for (int[] pair : Futures.allAsList(all).get()) {
      total += pair[1];
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    long striped = 0;
    for (long sum : sums) {
      striped += sum;
    }
    System.out.println("futures " + total + ", under locks " + striped + ", seen " + seen.size());
  }
}
