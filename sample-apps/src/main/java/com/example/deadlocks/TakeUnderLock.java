package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

// blocked: lock, element in com.example.deadlocks.TakeUnderLock.queue
/** Takes from a queue under the lock that every producer needs; here elements were there. */
public final class TakeUnderLock {
  private static final Object lock = new Object();
  private static final BlockingQueue<String> queue = new ArrayBlockingQueue<>(10);

  private TakeUnderLock() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Thread thread =
        Threads.start(
            "producer",
            () -> {
              for (int i = 0; i < 3; i++) {
                synchronized (lock) { // wants
                  queue.put("element " + i);
                }
              }
              order.step();
            });
    order.await(1);
    for (int i = 0; i < 3; i++) {
      synchronized (lock) {
        System.out.println(queue.take()); // wants
      }
    }
    thread.join();
  }
}
