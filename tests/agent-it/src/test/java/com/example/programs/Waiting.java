package com.example.programs;

import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits of all kinds, interrupted. */
final class Waiting implements Runnable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition condition = lock.newCondition();

  @Override
  public void run() {
    interrupt("wait", this::waitForEver);
    interrupt("sleep", () -> TimeUnit.DAYS.sleep(1));
    interrupt("latch", new CountDownLatch(1)::await);
    interrupt("barrier", new CyclicBarrier(2)::await);
    interrupt("condition", this::awaitForEver);
    interrupt("join", Thread.currentThread()::join);
    Thread.currentThread().interrupt();
    interrupt("nothing", () -> System.out.println("runs"));
    System.out.println(Thread.interrupted() + " " + Thread.interrupted());
    try {
      lock.unlock();
    } catch (IllegalMonitorStateException e) {
      System.out.println(e);
    }
  }

  private synchronized void waitForEver() throws InterruptedException {
    wait();
  }

  private void awaitForEver() throws InterruptedException {
    lock.lock();
    try {
      condition.await();
    } finally {
      System.out.println("holds the lock again: " + lock.isHeldByCurrentThread());
      lock.unlock();
    }
  }

  private void interrupt(String name, Threads.Body body) {
    boolean before = Thread.interrupted();
    Thread thread =
        Threads.start(
            name,
            () -> {
              try {
                body.run();
                System.out.println(name + " ended");
              } catch (InterruptedException e) {
                System.out.println(name + " " + e + " " + Thread.currentThread().isInterrupted());
              }
            });
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (before) {
      Thread.currentThread().interrupt();
    }
  }
}
