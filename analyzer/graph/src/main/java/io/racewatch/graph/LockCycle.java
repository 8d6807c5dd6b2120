package io.racewatch.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Requests of different threads of which each waits for a lock that the next one holds.
 *
 * @param requests in canonical rotation: the one with the smallest id first
 * @param seen how many cycles of the same sites there are, this one included; most of the others
 *     were not filtered
 * @param others some others of the same sites that nothing rules out
 */
public record LockCycle(List<LockRequest> requests, long seen, List<List<LockRequest>> others) {
  /** How many others are kept. */
  static final int OTHERS = 8;

  public LockCycle {
    requests = List.copyOf(requests);
    others = List.copyOf(others);
  }

  LockCycle with(List<LockRequest> other) {
    List<List<LockRequest>> more = new ArrayList<>(others);
    if (other != null) {
      more.add(other);
    }
    return new LockCycle(requests, seen + 1, more);
  }
}
