package com.example.suite.kinds;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.StampedLock;

/** Tasks that wait for each other, and locks whose mode changes. */
public class Stages {
  private Stages() {}

  /** Stages of futures. */
  static class Futures {
    private final ExecutorService single = Executors.newSingleThreadExecutor();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private int safeChain;
    private int racyFork;
    private int safeSingle;
    private int racyPool;

    void chain() {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> safeChain++);
      CompletableFuture<Void> last =
          first.thenRun(() -> safeChain++).thenRunAsync(() -> safeChain++);
      last.join();
      safeChain++;
    }

    void fork() {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> {});
      first.thenRun(() -> {}).thenRunAsync(() -> racyFork++);
      first.thenRunAsync(() -> racyFork++);
    }

    void ofSingle() {
      CompletableFuture.runAsync(() -> safeSingle++, single);
      CompletableFuture.supplyAsync(() -> safeSingle++, single);
      single.execute(() -> safeSingle++);
    }

    void ofPool() {
      CompletableFuture.runAsync(() -> racyPool++, pool);
      pool.execute(() -> racyPool++);
    }
  }

  /** Tasks that are futures themselves, and tasks of a list. */
  static class Tasks {
    private int safeThread;
    private int safePool;
    private int racyTask;
    private int racyListed;

    void ofThread() throws InterruptedException, ExecutionException {
      FutureTask<Integer> task = new FutureTask<>(() -> safeThread++);
      new Thread(task).start();
      task.get();
      safeThread++;
    }

    void ofPool(ExecutorService pool) throws InterruptedException, ExecutionException {
      FutureTask<Integer> task = new FutureTask<>(() -> safePool++);
      pool.execute(task);
      task.get();
      safePool++;
    }

    void early() throws InterruptedException, ExecutionException {
      FutureTask<Integer> task = new FutureTask<>(() -> racyTask++);
      new Thread(task).start();
      racyTask++;
      task.get();
    }

    void listed(ExecutorService pool) throws InterruptedException {
      Callable<Integer> one = () -> racyListed++;
      Callable<Integer> other = () -> racyListed--;
      pool.invokeAll(List.of(one, other));
    }
  }

  /** Threads that meet. */
  static class Meetings {
    private final Phaser phaser = new Phaser(2);
    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private int safePhase;
    private int safeTurn;
    private int racyBefore;

    void start() {
      new Thread(
              () -> {
                safePhase = 1;
                phaser.arriveAndAwaitAdvance();
              })
          .start();
      new Thread(
              () -> {
                phaser.arriveAndAwaitAdvance();
                System.out.println(safePhase);
              })
          .start();
      new Thread(
              () -> {
                racyBefore++;
                safeTurn = 1;
                meet();
              })
          .start();
      new Thread(
              () -> {
                racyBefore++;
                meet();
                System.out.println(safeTurn);
              })
          .start();
    }

    private void meet() {
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A stamped lock that is changed from reading to writing. */
  static class Stamped {
    private final StampedLock lock = new StampedLock();
    private int safeConverted;
    private int safeRetried;
    private int racyRefused;

    void convert(int next) {
      long stamp = lock.readLock();
      try {
        while (safeConverted == 0) {
          long write = lock.tryConvertToWriteLock(stamp);
          if (write != 0L) {
            stamp = write;
            safeConverted = next;
            break;
          }
          lock.unlockRead(stamp);
          stamp = lock.writeLock();
        }
      } finally {
        lock.unlock(stamp);
      }
    }

    int retry() {
      for (long stamp = lock.tryOptimisticRead(); ; stamp = lock.readLock()) {
        int seen = safeRetried;
        if (lock.validate(stamp)) {
          if (StampedLock.isReadLockStamp(stamp)) {
            lock.unlockRead(stamp);
          }
          return seen;
        }
      }
    }

    void set(int next) {
      long stamp = lock.writeLock();
      safeRetried = next;
      lock.unlockWrite(stamp);
    }

    void refused() {
      long stamp = lock.readLock();
      long write = lock.tryConvertToWriteLock(stamp);
      if (write == 0L) {
        racyRefused++;
      } else {
        stamp = write;
      }
      lock.unlock(stamp);
    }

    static void all() {
      Stamped one = new Stamped();
      for (int i = 0; i < 2; i++) {
        new Thread(() -> one.convert(3)).start();
        new Thread(one::retry).start();
        new Thread(() -> one.set(4)).start();
        new Thread(one::refused).start();
      }
    }
  }
}
