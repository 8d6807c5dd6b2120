package com.example.order;

import java.util.ArrayList;
import java.util.List;

/** What went wrong in a case. Left alone by the agent, so it orders nobody. Thread-safe. */
final class FailuresRwIgnored {
  private final List<Throwable> all = new ArrayList<>();

  synchronized void add(Throwable failure) {
    all.add(failure);
  }

  /** Throws the first, if there is any. */
  synchronized void rethrow() {
    if (!all.isEmpty()) {
      throw new IllegalStateException(all.get(0));
    }
  }
}
