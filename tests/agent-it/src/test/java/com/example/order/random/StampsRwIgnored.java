package com.example.order.random;

/** Kept between steps where the agent does not see it. Thread-safe. */
final class StampsRwIgnored {
  private final long[] all = new long[Generator.THREADS + 1];

  synchronized void set(int index, long value) {
    all[index] = value;
  }

  synchronized long get(int index) {
    return all[index];
  }
}
