package com.example.order.random;

import java.util.concurrent.Future;

/** Kept between steps where the agent does not see it. Thread-safe. */
final class FuturesRwIgnored {
  private final Future<?>[] all = new Future<?>[Model.TASKS];

  synchronized void set(int index, Future<?> future) {
    all[index] = future;
  }

  synchronized Future<?> get(int index) {
    return all[index];
  }
}
