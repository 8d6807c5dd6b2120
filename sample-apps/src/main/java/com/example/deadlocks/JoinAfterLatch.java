package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;

// clean
/** The other is always through with the lock before this one takes it. */
public final class JoinAfterLatch {
  private static final Object lock = new Object();

  private JoinAfterLatch() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch through = new CountDownLatch(1);
    Thread thread =
        Threads.start(
            "worker",
            () -> {
              synchronized (lock) {
                System.out.println("in time");
              }
              through.countDown();
            });
    through.await();
    synchronized (lock) {
      thread.join();
    }
  }
}
