package com.example.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Tasks that run beside each other. */
public final class LambdaInLoop {
  private LambdaInLoop() {}

  /** One lambda, submitted many times. */
  static final class Submitted {
    private int racyHits;
    private int safeDone;

    void race() {
      ExecutorService pool = Executors.newFixedThreadPool(4);
      for (int i = 0; i < 10; i++) {
        pool.submit(() -> racyHits++);
      }
      pool.shutdown();
    }

    void oneAfterTheOther() {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      for (int i = 0; i < 10; i++) {
        pool.submit(() -> safeDone++);
      }
      pool.shutdown();
    }
  }

  /** A list that a parallel stream fills. */
  static final class Filled {
    List<Integer> racy() {
      List<Integer> racyList = new ArrayList<>();
      IntStream.range(0, 100).parallel().forEach(i -> racyList.add(i));
      return racyList;
    }

    List<Integer> here() {
      List<Integer> safeList = new ArrayList<>();
      IntStream.range(0, 100).forEach(i -> safeList.add(i));
      return safeList;
    }
  }
}
