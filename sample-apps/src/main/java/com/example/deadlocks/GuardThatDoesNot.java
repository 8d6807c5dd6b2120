package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

// lock-cycle: $SameLock
// lock-cycle: $OwnLock
// lock-cycle: $AgainLock
// lock-cycle: $LeftLock
// lock-cycle: $LateLock
/** The starters hold a common lock, but not so that it keeps the started ones apart. */
public final class GuardThatDoesNot {
  private static final Object guard = new Object();

  private GuardThatDoesNot() {}

  private static final class SameLock {}

  private static final class OwnLock {}

  private static final class AgainLock {}

  private static final class LeftLock {}

  private static final class LateLock {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    same(pool);
    own();
    again();
    left();
    late(pool);
    pool.shutdown();
  }

  private static void take(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) { // wants
        System.out.println("took both");
      }
    }
  }

  /** Both tasks run under the same hold of the guard. */
  private static void same(ExecutorService pool) throws Exception {
    SameLock one = new SameLock();
    SameLock other = new SameLock();
    OrderRwIgnored order = new OrderRwIgnored();
    synchronized (guard) {
      Future<?> first =
          pool.submit(
              () -> {
                take(one, other);
                order.step();
              });
      Future<?> second =
          pool.submit(
              () -> {
                order.await(1);
                take(other, one);
              });
      first.get();
      second.get();
    }
  }

  /** The starter itself is the other side. */
  private static void own() throws InterruptedException {
    OwnLock one = new OwnLock();
    OwnLock other = new OwnLock();
    OrderRwIgnored order = new OrderRwIgnored();
    synchronized (guard) {
      Thread thread =
          Threads.start(
              "started",
              () -> {
                take(one, other);
                order.step();
              });
      order.await(1);
      take(other, one);
      thread.join();
    }
  }

  /** The guard is given back between start and join, and taken again. */
  private static void again() throws InterruptedException {
    AgainLock one = new AgainLock();
    AgainLock other = new AgainLock();
    Threads.inOrder(() -> startAndJoin(one, other), () -> startAndJoin(other, one));
  }

  private static void startAndJoin(Object outer, Object inner) throws InterruptedException {
    Thread thread;
    synchronized (guard) {
      thread = Threads.start("started", () -> take(outer, inner));
    }
    synchronized (guard) {
      thread.join();
    }
  }

  /** Nobody waits for one of the threads while the guard is held. */
  private static void left() throws InterruptedException {
    LeftLock one = new LeftLock();
    LeftLock other = new LeftLock();
    Threads.inOrder(
        () -> {
          Thread thread;
          synchronized (guard) {
            thread = Threads.start("started", () -> take(one, other));
          }
          thread.join();
        },
        () -> {
          synchronized (guard) {
            Threads.start("started", () -> take(other, one)).join();
          }
        });
  }

  /** A cancelled task is over for who asks for its result, and runs on. */
  private static void late(ExecutorService pool) throws InterruptedException {
    LateLock one = new LateLock();
    LateLock other = new LateLock();
    Threads.inOrder(() -> cancelled(pool, one, other), () -> cancelled(pool, other, one));
  }

  private static void cancelled(ExecutorService pool, Object outer, Object inner)
      throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    CountDownLatch runs = new CountDownLatch(1);
    synchronized (guard) {
      Future<?> task =
          pool.submit(
              () -> {
                take(outer, inner);
                runs.countDown();
                order.await(1);
              });
      runs.await();
      task.cancel(false);
      try {
        task.get();
      } catch (Exception cancelled) {
        System.out.println("cancelled");
      }
    }
    order.step();
  }
}
