package com.example.order.random;

/** Kept between steps where the agent does not see it. Thread-safe. */
final class FlagsRwIgnored {
  private final boolean[] all = new boolean[Model.OBJECTS];

  synchronized void set(int index, boolean value) {
    all[index] = value;
  }

  synchronized boolean get(int index) {
    return all[index];
  }
}
