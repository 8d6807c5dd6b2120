package io.racewatch.engine;

import io.racewatch.model.Finding;
import io.racewatch.model.Scope;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one finding of all that are the same, and sorts them. */
final class Merger {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::status)
          .thenComparing(Finding::certainty)
          .thenComparing(Finding::scope)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::title)
          .thenComparing(Finding::fingerprint);

  private Merger() {}

  /** Counts are summed; the surest of equal ones tells the story, the first of equally sure. */
  static List<Finding> merge(List<Finding> findings) {
    Map<String, Finding> merged = new LinkedHashMap<>();
    for (Finding finding : findings) {
      merged.merge(finding.fingerprint(), finding, Merger::both);
    }
    return List.copyOf(merged.values());
  }

  private static Finding both(Finding a, Finding b) {
    Finding best = b.certainty().compareTo(a.certainty()) < 0 ? b : a;
    boolean own = a.scope() == Scope.OWN || b.scope() == Scope.OWN;
    return new Finding(
        best.fingerprint(),
        best.rule(),
        best.certainty(),
        best.evidence(),
        own ? Scope.OWN : Scope.LIBRARY,
        best.status(),
        best.coverage(),
        best.title(),
        best.members(),
        a.count() + b.count(),
        best.accesses(),
        best.cycle(),
        best.explanation(),
        best.tests());
  }

  /** New first, certain before likely, own before library. */
  static List<Finding> sort(List<Finding> findings) {
    return findings.stream().sorted(ORDER).toList();
  }
}
