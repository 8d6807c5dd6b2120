package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A lock asked for while others were held.
 *
 * @param id number that the caller gave it
 * @param thread number of the thread
 * @param lock number of the lock
 * @param shared whether it was asked for in shared mode
 * @param waits whether the thread waits until it gets the lock
 * @param held the locks that the thread held then
 * @param guards the locks that others held all the while that this request's thread or task lived
 * @param site names place and lock for a person; requests of one site in different threads or on
 *     other instances count as the same mistake
 */
public record LockRequest(
    int id,
    int thread,
    int lock,
    boolean shared,
    Waits waits,
    List<Holding> held,
    List<Guard> guards,
    String site) {
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

  /**
   * A lock that other threads held while they started a thread or task and waited for its end; it
   * is as if the thread held it, but for those others and what else they started meanwhile.
   *
   * @param holders numbers of these threads
   */
  public record Guard(int lock, boolean shared, Set<Integer> holders) {
    public Guard {
      holders = Set.copyOf(holders);
    }
  }

  public LockRequest {
    held = List.copyOf(held);
    guards = List.copyOf(guards);
  }

  /** A request without guards. */
  public LockRequest(
      int id, int thread, int lock, boolean shared, Waits waits, List<Holding> held, String site) {
    this(id, thread, lock, shared, waits, held, List.of(), site);
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

  /**
   * A lock that both hold, or that is held for them by others, in modes that exclude each other, so
   * that they never overlap; or -1. What one and the same thread holds keeps nobody apart.
   */
  int gateWith(LockRequest other) {
    for (Holding a : held) {
      for (Holding b : other.held) {
        if (a.lock() == b.lock() && !(a.shared() && b.shared())) {
          return a.lock();
        }
      }
    }
    return guards.isEmpty() && other.guards.isEmpty() ? -1 : guardWith(other);
  }

  private int guardWith(LockRequest other) {
    for (Guard a : around()) {
      for (Guard b : other.around()) {
        if (a.lock() == b.lock()
            && !(a.shared() && b.shared())
            && Collections.disjoint(a.holders(), b.holders())) {
          return a.lock();
        }
      }
    }
    return -1;
  }

  private List<Guard> around() {
    List<Guard> all = new ArrayList<>(guards);
    held.forEach(h -> all.add(new Guard(h.lock(), h.shared(), Set.of(thread))));
    return all;
  }
}
