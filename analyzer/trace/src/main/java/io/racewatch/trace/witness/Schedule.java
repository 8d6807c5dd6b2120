package io.racewatch.trace.witness;

import io.racewatch.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Another order of a part of a trace, after which threads wait for each other.
 *
 * @param events in the new order, numbers of the trace
 * @param acquires the acquires that each thread then stands before, in the order of the cycle
 */
public record Schedule(int[] events, int[] acquires) {
  /**
   * Events of one thread that follow one another.
   *
   * @param thread who
   * @param from the first
   * @param to the last
   * @param count how many
   */
  public record Stretch(int thread, int from, int to, int count) {}

  /** The order as few stretches of single threads. */
  public List<Stretch> stretches(Trace trace) {
    List<Stretch> all = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= events.length; i++) {
      if (i == events.length || trace.thread(events[i]) != trace.thread(events[start])) {
        all.add(new Stretch(trace.thread(events[start]), events[start], events[i - 1], i - start));
        start = i;
      }
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schedule s
        && Arrays.equals(events, s.events)
        && Arrays.equals(acquires, s.acquires);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(events) * 31 + Arrays.hashCode(acquires);
  }

  @Override
  public String toString() {
    return Arrays.toString(events) + " then " + Arrays.toString(acquires);
  }
}
