package com.example.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Threads and tasks, and what orders them. */
public class Started {
  private Started() {}

  /** Threads. */
  static class Threads {
    private int racyBoth;
    private int safeBefore;
    private int safeJoined;
    private int racyNotJoined;
    private static int racyStaticShared;
    private int safeEachOwn;
    private int racyLoop;
    private int safeAllJoined;

    void both() {
      Thread thread = new Thread(() -> racyBoth++);
      thread.start();
      racyBoth++;
    }

    void before() {
      safeBefore = 1;
      new Thread(() -> safeBefore++).start();
    }

    int joined() throws InterruptedException {
      Thread thread = new Thread(() -> safeJoined++);
      thread.start();
      thread.join();
      return safeJoined;
    }

    int notJoined() {
      Thread thread = new Thread(() -> racyNotJoined++);
      thread.start();
      return racyNotJoined;
    }

    void statics() {
      new Thread(Threads::shared).start();
      new Thread(Threads::shared).start();
    }

    private static void shared() {
      racyStaticShared++;
    }

    void eachOwn() {
      for (int i = 0; i < 3; i++) {
        Box box = new Box();
        new Thread(() -> box.safeInside++).start();
      }
    }

    void loop() {
      Runnable task = () -> racyLoop++;
      for (int i = 0; i < 3; i++) {
        new Thread(task).start();
      }
    }

    int allJoined() throws InterruptedException {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 1; i++) {
        Thread thread = new Thread(this::nothing);
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      safeAllJoined++;
      return safeAllJoined + safeEachOwn;
    }

    private void nothing() {}
  }

  /** Holds a value. */
  static class Box {
    int safeInside;
    int racyInside;
  }

  /** Subclasses and tasks with names. */
  static class Named {
    void start() {
      Box box = new Box();
      new Worker(box).start();
      new Thread(new Task(box)).start();
    }

    void apart() {
      new Worker(new Box()).start();
      new Worker(new Box()).start();
    }
  }

  /** A thread. */
  static class Worker extends Thread {
    private final Box box;
    private int safeWorker;

    Worker(Box box) {
      this.box = box;
    }

    @Override
    public void run() {
      safeWorker++;
      box.racyInside++;
    }
  }

  /** A task. */
  static class Task implements Runnable {
    private final Box box;

    Task(Box box) {
      this.box = box;
    }

    @Override
    public void run() {
      box.racyInside++;
    }
  }

  /** Pools. */
  static class Pools {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ExecutorService single = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private int racySubmitted;
    private int racyTwice;
    private int safeSingle;
    private int safeGotten;
    private int racyForgotten;
    private int safeScheduled;
    private int racyScheduled;
    private int safeAwaited;
    private int safeInvoked;
    private int racyInvoked;

    void submitted() {
      for (int i = 0; i < 10; i++) {
        pool.submit(() -> racySubmitted++);
      }
    }

    void twice() {
      pool.execute(() -> racyTwice = 1);
      pool.execute(() -> racyTwice = 2);
    }

    void single() {
      for (int i = 0; i < 10; i++) {
        single.submit(() -> safeSingle++);
      }
    }

    int gotten() throws Exception {
      Future<Integer> future = pool.submit(() -> safeGotten++);
      future.get();
      return safeGotten;
    }

    int forgotten() {
      Future<?> future = pool.submit(() -> racyForgotten++);
      return future.isDone() ? racyForgotten : 0;
    }

    void scheduled() {
      timer.scheduleAtFixedRate(() -> safeScheduled++, 1, 1, TimeUnit.SECONDS);
      timer.schedule(() -> racyScheduled++, 1, TimeUnit.SECONDS);
      racyScheduled++;
    }

    int awaited() throws InterruptedException {
      ExecutorService mine = Executors.newCachedThreadPool();
      mine.submit(() -> safeAwaited++);
      mine.shutdown();
      mine.awaitTermination(1, TimeUnit.MINUTES);
      return safeAwaited;
    }

    int invoked() throws InterruptedException {
      Callable<Integer> one = () -> racyInvoked++;
      Callable<Integer> two = () -> racyInvoked--;
      pool.invokeAll(Arrays.asList(one, two));
      safeInvoked = racyInvoked;
      return safeInvoked;
    }
  }

  /** Futures and fork-join. */
  static class Futures {
    private int racyRun;
    private int safeChained;
    private int safeWaited;
    private int racySum;

    void run() {
      CompletableFuture.runAsync(() -> racyRun++);
      racyRun++;
    }

    int chained() {
      return CompletableFuture.supplyAsync(() -> safeChained++)
          .thenApply(x -> safeChained + x)
          .join();
    }

    int waited() {
      CompletableFuture<Void> done = CompletableFuture.runAsync(() -> safeWaited++);
      done.join();
      return safeWaited;
    }

    void sum() {
      new ForkJoinPool().invoke(new Sum(this, 10));
    }
  }

  /** Splits itself. */
  static class Sum extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final transient Futures to;
    private final int size;

    Sum(Futures to, int size) {
      this.to = to;
      this.size = size;
    }

    @Override
    protected void compute() {
      if (size > 1) {
        Sum left = new Sum(to, size / 2);
        left.fork();
        to.racySum++;
        left.join();
      } else {
        to.racySum++;
      }
    }
  }

  /** Streams. */
  static class Streams {
    private int racyCounted;
    private int safeCounted;

    List<Integer> racyFill() {
      List<Integer> list = new ArrayList<>();
      IntStream.range(0, 100).parallel().forEach(i -> list.add(i));
      return list;
    }

    List<Integer> safeFill() {
      List<Integer> list = new ArrayList<>();
      IntStream.range(0, 100).forEach(i -> list.add(i));
      return list;
    }

    Map<Integer, Integer> racyMap(List<Integer> from) {
      Map<Integer, Integer> map = new HashMap<>();
      from.parallelStream().forEach(i -> map.put(i, i));
      return map;
    }

    void count(List<String> list) {
      list.parallelStream().forEach(each -> racyCounted++);
      list.stream().forEach(each -> safeCounted++);
      list.parallelStream().sequential().forEach(each -> safeCounted++);
    }

    int[] racyCell(List<String> list) {
      int[] cell = new int[1];
      list.parallelStream().forEach(each -> cell[0]++);
      return cell;
    }
  }
}
