package com.example.suite.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Work that is spread over threads. */
public class Spread {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final ExecutorService single = Executors.newSingleThreadExecutor();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

  private int racySubmitted;
  private int racyLoopSubmitted;
  private int safeSubmittedOnce;
  private int racyInvokedAll;
  private int safeInvokedThenRead;
  private int racyAsync;
  private int safeAsyncJoined;
  private int racyStream;
  private int safeSequentialStream;
  private int racyTimer;
  private int safeTimerAlone;
  private int racyTicks;
  private int safeSingleQueue;
  private int safeLatched;
  private int racyLatchedLate;
  private int racyAnonymous;
  private int racyMethodReference;
  private int safeAtomicCount;
  private int racyCallable;
  private int safeGotten;
  private int racyGottenLate;
  private int racyForkJoin;
  private int safeBeforeSubmit;
  private int racyVirtualLike;
  private int racySubclass;
  private int safeSubclassJoined;
  private int racyTwoTasks;
  private int safeTwoTasksLocked;
  private int racyThenApply;
  private int safeThenApply;
  private int racyAllOf;
  private int safeLocalOnly;

  public void submitted() {
    pool.submit(() -> racySubmitted++);
    racySubmitted++;
  }

  public void loopSubmitted() {
    for (int i = 0; i < 8; i++) {
      pool.submit(() -> racyLoopSubmitted++);
    }
  }

  public int submittedOnce() throws ExecutionException, InterruptedException {
    Future<?> done = pool.submit(() -> safeSubmittedOnce++);
    done.get();
    return safeSubmittedOnce;
  }

  public void invokedAll() throws InterruptedException {
    List<Callable<Object>> tasks = new ArrayList<>();
    tasks.add(() -> racyInvokedAll++);
    tasks.add(() -> racyInvokedAll--);
    pool.invokeAll(tasks);
  }

  public int invokedThenRead() throws InterruptedException {
    List<Callable<Object>> tasks = List.of(() -> safeInvokedThenRead++);
    pool.invokeAll(tasks);
    return safeInvokedThenRead;
  }

  public void async() {
    CompletableFuture.runAsync(() -> racyAsync++);
    racyAsync--;
  }

  public int asyncJoined() {
    CompletableFuture.runAsync(() -> safeAsyncJoined++).join();
    return safeAsyncJoined;
  }

  public void stream() {
    IntStream.range(0, 100).parallel().forEach(i -> racyStream += i);
  }

  public void sequentialStream() {
    Stream.of(1, 2, 3).forEach(i -> safeSequentialStream += i);
  }

  public void timer() {
    Timer timer = new Timer();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            racyTimer++;
          }
        },
        10);
    racyTimer = 0;
  }

  public void timerAlone() {
    new Timer()
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                safeTimerAlone++;
              }
            },
            10);
  }

  public void ticks() {
    clock.scheduleAtFixedRate(() -> racyTicks++, 1, 1, TimeUnit.SECONDS);
    clock.scheduleAtFixedRate(() -> racyTicks--, 1, 1, TimeUnit.SECONDS);
  }

  public void singleQueue() {
    for (int i = 0; i < 3; i++) {
      single.execute(() -> safeSingleQueue++);
    }
  }

  public int latched() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    pool.execute(
        () -> {
          safeLatched++;
          done.countDown();
          racyLatchedLate++;
        });
    done.await();
    racyLatchedLate--;
    return safeLatched;
  }

  public void anonymous() {
    new Thread(
            new Runnable() {
              @Override
              public void run() {
                racyAnonymous++;
              }
            })
        .start();
    racyAnonymous--;
  }

  public void methodReference() {
    new Thread(this::work).start();
    work();
  }

  private void work() {
    racyMethodReference++;
  }

  public void atomicCount() {
    AtomicInteger count = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      pool.execute(count::incrementAndGet);
    }
    safeAtomicCount = count.get();
  }

  public void callable() {
    Future<Integer> result = pool.submit(() -> racyCallable = 3);
    if (!result.isCancelled()) {
      racyCallable++;
    }
  }

  public int gotten() throws ExecutionException, InterruptedException {
    Future<Integer> result = pool.submit(() -> safeGotten = 4);
    int got = result.get();
    return got + safeGotten;
  }

  public int gottenLate() throws ExecutionException, InterruptedException {
    Future<Integer> result = pool.submit(() -> racyGottenLate = 4);
    int early = racyGottenLate;
    return early + result.get();
  }

  public void forkJoin() {
    ForkJoinPool.commonPool().execute(() -> racyForkJoin++);
    ForkJoinPool.commonPool().execute(() -> racyForkJoin--);
  }

  public void beforeSubmit() {
    safeBeforeSubmit = 4;
    pool.execute(() -> System.out.println(safeBeforeSubmit));
  }

  public void manyThreads() {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(new Thread(() -> racyVirtualLike++));
    }
    all.forEach(Thread::start);
  }

  private final class Adder extends Thread {
    @Override
    public void run() {
      racySubclass++;
    }
  }

  private final class Joined extends Thread {
    @Override
    public void run() {
      safeSubclassJoined++;
    }
  }

  public void subclass() {
    new Adder().start();
    new Adder().start();
  }

  public int subclassJoined() throws InterruptedException {
    Joined thread = new Joined();
    thread.start();
    thread.join();
    return safeSubclassJoined;
  }

  public void twoTasks() {
    pool.execute(() -> racyTwoTasks = 1);
    pool.execute(() -> racyTwoTasks = 2);
  }

  public void twoTasksLocked() {
    pool.execute(
        () -> {
          synchronized (this) {
            safeTwoTasksLocked++;
          }
        });
    pool.execute(
        () -> {
          synchronized (this) {
            safeTwoTasksLocked--;
          }
        });
  }

  public void thenApply() {
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> racyThenApply++);
    first.thenRunAsync(() -> hashCode());
    racyThenApply++;
  }

  public CompletableFuture<Void> chained() {
    return CompletableFuture.runAsync(() -> safeThenApply++).thenRunAsync(() -> safeThenApply++);
  }

  public void allOf() {
    CompletableFuture<Void> a = CompletableFuture.runAsync(() -> racyAllOf++);
    CompletableFuture<Void> b = CompletableFuture.runAsync(() -> racyAllOf++);
    CompletableFuture.allOf(a, b).join();
  }

  public int barrier() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(1);
    int[] mine = new int[1];
    mine[0] = barrier.await();
    return mine[0] + safeLocalOnly;
  }
}
