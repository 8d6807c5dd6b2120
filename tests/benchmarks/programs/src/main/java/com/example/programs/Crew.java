package com.example.programs;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do one job side by side, as many as the machines commonly have cores. */
final class Crew {
  static final int COUNT = 2;

  private Crew() {}

  /** A job for one thread of several, numbered from 0. */
  interface Job {
    long run(int number) throws Exception;
  }

  /** Runs the job in all threads, and adds up what they return. */
  static long work(Job job) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    try {
      List<Callable<Long>> calls = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int number = i;
        calls.add(() -> job.run(number));
      }
      long sum = 0;
      for (Future<Long> result : threads.invokeAll(calls)) {
        sum += result.get();
      }
      return sum;
    } finally {
      threads.shutdown();
    }
  }

  /** The collector's log then tells how much was alive. */
  static void end(Object kept) {
    System.gc();
    Reference.reachabilityFence(kept);
  }
}
