package io.racewatch.engine;

import io.racewatch.model.Alert;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;

/** Decides whether a report lets a build pass. */
public final class Gate {
  /** Nothing counts. */
  public static final int CLEAN = 0;

  /** A finding counts. */
  public static final int TRIPPED = 66;

  /** A run was blind, so that its silence says nothing. */
  public static final int BLIND = 70;

  private Gate() {}

  /** {@link #BLIND}, else {@link #TRIPPED} if a finding counts, else {@link #CLEAN}. */
  public static int decide(Report report, EngineOptions options) {
    if (blind(report, options)) {
      return BLIND;
    }
    return trips(report, options) ? TRIPPED : CLEAN;
  }

  /**
   * Whether what the gate asks for could not be seen. No race of a late start is certain, so a gate
   * that lets all others pass saw none.
   */
  public static boolean blind(Report report, EngineOptions options) {
    boolean late = report.runs().stream().anyMatch(run -> run.has(Alert.Kind.LATE));
    boolean certainOnly = options.failOn() == Certainty.CERTAIN;
    return report.blind() || late && certainOnly && !trips(report, options);
  }

  /** Whether a new finding in the gate's scope is at least as sure as the gate asks. */
  public static boolean trips(Report report, EngineOptions options) {
    return report.findings().stream().anyMatch(f -> counts(f, options));
  }

  /** Whether this finding alone trips the gate. */
  public static boolean counts(Finding finding, EngineOptions options) {
    return options.failOn() != null
        && finding.status() == Status.NEW
        && finding.certainty().compareTo(options.failOn()) <= 0
        && (options.gateScopeAll() || finding.scope() == Scope.OWN);
  }
}
