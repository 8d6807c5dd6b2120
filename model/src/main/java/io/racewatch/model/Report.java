package io.racewatch.model;

import java.util.List;

/**
 * Everything that a report format renders.
 *
 * @param version of racewatch
 * @param runs the watched JVMs; empty for a purely static report
 * @param findings sorted: new first, certain before likely, own before library
 * @param notes remarks on the whole: unused or expired suppressions and the like
 * @param locks the orders in which locks were taken, for a picture
 * @param verbose whether a person asked for everything in full
 */
public record Report(
    String version,
    List<Run> runs,
    List<Finding> findings,
    List<String> notes,
    LockGraph locks,
    boolean verbose) {
  /** A report without a picture of locks. */
  public Report(
      String version, List<Run> runs, List<Finding> findings, List<String> notes, boolean verbose) {
    this(version, runs, findings, notes, LockGraph.EMPTY, verbose);
  }

  public Report {
    runs = List.copyOf(runs);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** How many new findings have this certainty. */
  public long count(Certainty certainty) {
    return findings.stream()
        .filter(f -> f.status() == Status.NEW && f.certainty() == certainty)
        .count();
  }

  /** How many findings have this status. */
  public long count(Status status) {
    return findings.stream().filter(f -> f.status() == status).count();
  }

  /** Whether any of the runs was blind, or all of them together watched nothing. */
  public boolean blind() {
    return runs.stream().anyMatch(Run::blind)
        || !runs.isEmpty() && runs.stream().allMatch(run -> run.has(Alert.Kind.UNWATCHED));
  }
}
