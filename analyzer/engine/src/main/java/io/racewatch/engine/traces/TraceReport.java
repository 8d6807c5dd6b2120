package io.racewatch.engine.traces;

import java.util.List;

/**
 * What a trace shows.
 *
 * @param events how many it has
 * @param races one a variable, by the line of the second access
 * @param deadlocks cycles of lock orders, by their lines
 * @param notes bounds that were met, lines that make no sense
 */
public record TraceReport(
    int events, List<TraceRace> races, List<TraceDeadlock> deadlocks, List<String> notes) {
  public TraceReport {
    races = List.copyOf(races);
    deadlocks = List.copyOf(deadlocks);
    notes = List.copyOf(notes);
  }

  /** Whether a deadlock has that verdict. */
  public boolean has(String verdict) {
    return deadlocks.stream().anyMatch(d -> d.verdict().equals(verdict));
  }
}
