package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shared fields written without the lock of their other accesses, as findings. */
final class UnguardedFindings {
  private final Findings findings;
  private final Refs refs;

  UnguardedFindings(RunData run, Findings findings) {
    this.findings = findings;
    this.refs = new Refs(run);
  }

  /**
   * The findings.
   *
   * @param racing members that a race is reported on; they are left out
   */
  List<Finding> all(List<Entry.Unguarded> entries, Set<String> racing) {
    List<Finding> all = new ArrayList<>();
    for (Entry.Unguarded entry : entries) {
      if (!racing.contains(entry.member())) {
        all.add(finding(entry));
      }
    }
    return all;
  }

  private Finding finding(Entry.Unguarded entry) {
    List<Access> accesses = new ArrayList<>(List.of(refs.access(entry.write())));
    if (entry.other() != null) {
      accesses.add(refs.access(entry.other()));
    }
    boolean guarded = !entry.guard().isEmpty();
    Explanation.Guard guard =
        guarded ? new Explanation.Guard(entry.guard(), entry.heldBy(), entry.of()) : null;
    String why =
        guarded
            ? "One of them does not hold " + entry.guard() + ", which most accesses hold."
            : "No lock is common to all accesses.";
    return findings.ofAccesses(
        Rule.UNGUARDED_WRITE,
        Certainty.POSSIBLE,
        RaceFindings.title(entry.member(), accesses)
            + (guarded ? " without " + entry.guard() : ", with no lock in common"),
        List.of(entry.member()),
        1,
        accesses,
        new Explanation(
            why + " In this run other synchronisation ordered them; another run may not.",
            "epochs",
            null,
            guard));
  }
}
