package io.racewatch.trace.witness;

import io.racewatch.trace.lock.NestedAcquire;
import java.util.List;

/**
 * A cycle of nested acquires by different threads, each of a lock that the next one holds.
 *
 * @param acquires at least two; no two hold a lock in common
 */
public record Pattern(List<NestedAcquire> acquires) {
  public Pattern {
    acquires = List.copyOf(acquires);
  }

  int size() {
    return acquires.size();
  }

  NestedAcquire get(int i) {
    return acquires.get(i);
  }

  /** The index of the acquire whose thread holds the lock at the end, or -1. */
  int holder(int lock) {
    for (int i = 0; i < acquires.size(); i++) {
      for (int held : acquires.get(i).held()) {
        if (held == lock) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The index of the acquire that is made by the thread, or -1. */
  int of(int thread) {
    for (int i = 0; i < acquires.size(); i++) {
      if (acquires.get(i).thread() == thread) {
        return i;
      }
    }
    return -1;
  }
}
