package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

// clean
/** One of the producers needs no lock, so whoever takes under the lock is helped. */
public final class TakeWithFreeProducer {
  private static final Object lock = new Object();
  private static final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

  private TakeWithFreeProducer() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Thread one =
        Threads.start(
            "locking",
            () -> {
              synchronized (lock) {
                queue.put("one");
              }
              order.step();
            });
    Thread other =
        Threads.start(
            "free",
            () -> {
              order.await(1);
              queue.put("other");
              order.step();
            });
    order.await(2);
    for (int i = 0; i < 2; i++) {
      synchronized (lock) {
        System.out.println(queue.take());
      }
    }
    one.join();
    other.join();
  }
}
