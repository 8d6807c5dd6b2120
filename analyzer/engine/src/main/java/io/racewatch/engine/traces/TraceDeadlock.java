package io.racewatch.engine.traces;

import java.util.List;

/**
 * A cycle of nested acquires in a trace, and what was said of it.
 *
 * @param acquires the lines of the acquires that would wait, from 1: the least first, then in the
 *     order of the cycle
 * @param sides for each acquire who wants and holds what
 * @param verdict {@code witnessed}, {@code possible} or {@code ruled-out}
 * @param reason {@code gate}, {@code order}, {@code same-thread} or {@code data}: what rules it
 *     out, or stands in the way of a witness; empty if nothing does
 * @param explanation the same in words
 * @param schedule the steps of a witness, in words; empty without one
 */
public record TraceDeadlock(
    List<Integer> acquires,
    List<String> sides,
    String verdict,
    String reason,
    String explanation,
    List<String> schedule) {
  public TraceDeadlock {
    acquires = List.copyOf(acquires);
    sides = List.copyOf(sides);
    schedule = List.copyOf(schedule);
  }
}
