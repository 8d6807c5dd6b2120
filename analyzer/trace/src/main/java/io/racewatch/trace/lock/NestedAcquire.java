package io.racewatch.trace.lock;

/**
 * All acquires of one lock by one thread while it held the same set of others.
 *
 * @param id number, from 0, in the order of their first events
 * @param thread who
 * @param lock what it took
 * @param held the locks that it held then, ascending; at least one
 * @param events the acquires, ascending
 */
public record NestedAcquire(int id, int thread, int lock, int[] held, int[] events) {

  /** The first of the events. */
  public int first() {
    return events[0];
  }
}
