package com.example.executors;

import com.example.support.OrderRwIgnored;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

// race: value
/** Two tasks of one pool on two workers. */
public final class TwoTasks {
  private static int value;

  private TwoTasks() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    OrderRwIgnored order = new OrderRwIgnored();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<?> second =
        pool.submit(
            () -> {
              order.await(1);
              value++; // racy
            });
    Future<?> first =
        pool.submit(
            () -> {
              value++; // racy
              order.step();
            });
    first.get();
    second.get();
    pool.shutdown();
    System.out.println("value " + value);
  }
}
