package io.racewatch.graph;

import java.util.List;

/**
 * Requests of different threads of which each waits for a lock that the next one holds.
 *
 * @param requests in canonical rotation: the one with the smallest id first
 * @param seen how many cycles of the same sites there are, this one included; the others were not
 *     filtered
 */
public record LockCycle(List<LockRequest> requests, long seen) {
  public LockCycle {
    requests = List.copyOf(requests);
  }
}
