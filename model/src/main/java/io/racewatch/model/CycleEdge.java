package io.racewatch.model;

import java.util.List;

/**
 * One edge of a cycle: a thread holds one lock and wants the next.
 *
 * @param thread who
 * @param holds the lock it holds
 * @param holdsAt stack where it took that lock
 * @param wants the lock it asks for
 * @param wantsAt stack where it asks
 */
public record CycleEdge(
    ThreadRef thread, LockRef holds, List<Frame> holdsAt, LockRef wants, List<Frame> wantsAt) {
  public CycleEdge {
    holdsAt = List.copyOf(holdsAt);
    wantsAt = List.copyOf(wantsAt);
  }
}
