package io.racewatch.graph;

import java.util.List;

/**
 * A lock asked for while others were held.
 *
 * @param id number that the caller gave it
 * @param thread number of the thread
 * @param lock number of the lock
 * @param shared whether it was asked for in shared mode
 * @param waits whether the thread waits until it gets the lock
 * @param held the locks that the thread held then
 * @param site names place and lock for a person; requests of one site in different threads or on
 *     other instances count as the same mistake
 */
public record LockRequest(
    int id, int thread, int lock, boolean shared, Waits waits, List<Holding> held, String site) {
  /** How long a request waits. */
  public enum Waits {
    /** Until it gets the lock. */
    BLOCKS,
    /** Until a time is over. */
    TIMED,
    /** Not at all. */
    NEVER
  }

  /** A lock held. */
  public record Holding(int lock, boolean shared) {}

  public LockRequest {
    held = List.copyOf(held);
  }

  /** Whether the thread has the lock already, so that asking again orders nothing. */
  boolean reenters() {
    return held.stream().anyMatch(h -> h.lock() == lock);
  }

  /** Whether this waits for a lock that the other holds, in a mode that excludes this one. */
  boolean waitsFor(LockRequest other) {
    for (Holding h : other.held) {
      if (h.lock() == lock && !(h.shared() && shared)) {
        return true;
      }
    }
    return false;
  }

  /** A lock that both hold in modes that exclude each other, so that they never overlap; or -1. */
  int gateWith(LockRequest other) {
    for (Holding a : held) {
      for (Holding b : other.held) {
        if (a.lock() == b.lock() && !(a.shared() && b.shared())) {
          return a.lock();
        }
      }
    }
    return -1;
  }
}
