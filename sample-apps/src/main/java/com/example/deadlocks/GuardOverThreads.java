package com.example.deadlocks;

import com.example.support.Threads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

// clean
/** Two orders that never meet: who starts them holds one lock from the start to the end of each. */
public final class GuardOverThreads {
  private GuardOverThreads() {}

  /** Locks of their own for each way to start and wait. */
  private static final class Locks {
    private final ReentrantLock guard = new ReentrantLock();
    private final Object left = new Object();
    private final Object right = new Object();

    private void forwards() {
      synchronized (left) {
        synchronized (right) {
          System.out.println("left, right");
        }
      }
    }

    private void backwards() {
      synchronized (right) {
        synchronized (left) {
          System.out.println("right, left");
        }
      }
    }

    private void under(Threads.Body body) throws Exception {
      guard.lock();
      try {
        body.run();
      } finally {
        guard.unlock();
      }
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    threads();
    threadsOfThreads();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    tasks(pool);
    many(pool);
    stages(pool);
    pool.shutdown();
  }

  private static void threads() throws InterruptedException {
    Locks locks = new Locks();
    Threads.inOrder(
        () -> locks.under(() -> Threads.start("first", locks::forwards).join()),
        () -> locks.under(() -> Threads.start("second", locks::backwards).join()));
  }

  private static void threadsOfThreads() throws InterruptedException {
    Locks locks = new Locks();
    Threads.inOrder(
        () -> locks.under(() -> between(locks::forwards)),
        () -> locks.under(() -> between(locks::backwards)));
  }

  private static void between(Threads.Body body) throws InterruptedException {
    Threads.start("outer", () -> Threads.start("inner", body).join()).join();
  }

  /** The guard is the inner of two locks here, and the outer ones differ. */
  private static void tasks(ExecutorService pool) throws InterruptedException {
    Locks locks = new Locks();
    Object one = new Object();
    Object other = new Object();
    Threads.inOrder(
        () -> {
          synchronized (one) {
            locks.under(() -> pool.submit(locks::forwards).get());
          }
        },
        () -> {
          synchronized (other) {
            locks.under(() -> pool.submit(locks::backwards).get());
          }
        });
  }

  private static void many(ExecutorService pool) throws InterruptedException {
    Locks locks = new Locks();
    Threads.inOrder(
        () -> locks.under(() -> pool.invokeAll(List.of(Executors.callable(locks::forwards)))),
        () -> locks.under(() -> pool.invokeAll(List.of(Executors.callable(locks::backwards)))));
  }

  private static void stages(ExecutorService pool) throws InterruptedException {
    Locks locks = new Locks();
    Threads.inOrder(
        () -> locks.under(() -> CompletableFuture.runAsync(locks::forwards, pool).join()),
        () -> locks.under(() -> CompletableFuture.runAsync(locks::backwards, pool).join()));
  }
}
