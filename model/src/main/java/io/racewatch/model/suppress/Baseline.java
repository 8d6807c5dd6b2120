package io.racewatch.model.suppress;

import io.racewatch.model.Finding;
import io.racewatch.model.Status;
import java.util.Set;

/**
 * The findings that were known before. Immutable.
 *
 * @param fingerprints theirs
 */
public record Baseline(Set<String> fingerprints) {
  /** A baseline that knows nothing. */
  public static final Baseline NONE = new Baseline(Set.of());

  /** Copies the set. */
  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /** The finding with status {@code known} if it was known and is not suppressed. */
  public Finding apply(Finding finding) {
    boolean known = finding.status() == Status.NEW && fingerprints.contains(finding.fingerprint());
    return known ? finding.withStatus(Status.KNOWN) : finding;
  }
}
