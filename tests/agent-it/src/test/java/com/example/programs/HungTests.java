package com.example.programs;

import com.example.support.OrderRwIgnored;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/** Runs tests in a pool and waits for them, as build tools do; two of them never end. */
public final class HungTests {
  private final ReentrantLock orders = new ReentrantLock();
  private final Object stock = new Object();
  private final OrderRwIgnored order = new OrderRwIgnored();

  private HungTests() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    HungTests tests = new HungTests();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<?>> results = new ArrayList<>();
    List<Callable<Void>> bodies = List.of(tests::adds, tests::ordersGoods, tests::returnsGoods);
    for (Callable<Void> body : bodies) {
      results.add(pool.submit(body));
    }
    for (Future<?> result : results) {
      result.get();
      System.out.println("passed");
    }
    pool.shutdown();
  }

  private Void adds() {
    return null;
  }

  private Void ordersGoods() {
    orders.lock();
    try {
      order.step();
      order.await(2);
      synchronized (stock) {
        System.out.println("never here");
      }
    } finally {
      orders.unlock();
    }
    return null;
  }

  private Void returnsGoods() {
    synchronized (stock) {
      order.step();
      order.await(2);
      orders.lock();
      orders.unlock();
    }
    return null;
  }
}
