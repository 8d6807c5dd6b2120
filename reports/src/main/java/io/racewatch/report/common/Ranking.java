package io.racewatch.report.common;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Status;
import java.util.Comparator;
import java.util.List;

/** What to show first. */
public final class Ranking {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::status)
          .thenComparing(Finding::certainty)
          .thenComparing(Finding::scope);

  private Ranking() {}

  /**
   * All findings: new before known, certain before likely, own before library; otherwise in the
   * report's order.
   */
  public static List<Finding> all(Report report) {
    return report.findings().stream().sorted(ORDER).toList();
  }

  /** What is worth a line of its own: new findings that are more than possible, ranked. */
  public static List<Finding> important(Report report) {
    return all(report).stream()
        .filter(f -> f.status() == Status.NEW && f.certainty() != Certainty.POSSIBLE)
        .toList();
  }
}
