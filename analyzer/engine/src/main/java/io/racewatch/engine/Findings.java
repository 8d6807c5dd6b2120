package io.racewatch.engine;

import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Fingerprint;
import io.racewatch.model.Rule;
import io.racewatch.model.Status;
import java.util.List;

/** Makes the findings of one run: fills in what all have alike. */
final class Findings {
  private final Scopes scopes;

  Findings(Scopes scopes) {
    this.scopes = scopes;
  }

  Finding ofAccesses(
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      long count,
      List<Access> accesses,
      Explanation why) {
    String fingerprint = Fingerprint.ofAccesses(rule, members, accesses);
    return finding(fingerprint, rule, certainty, title, members, count, accesses, List.of(), why);
  }

  Finding ofCycle(
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      long count,
      List<CycleEdge> cycle,
      Explanation why) {
    String fingerprint = Fingerprint.ofCycle(rule, cycle);
    return finding(fingerprint, rule, certainty, title, members, count, List.of(), cycle, why);
  }

  private Finding finding(
      String fingerprint,
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      long count,
      List<Access> accesses,
      List<CycleEdge> cycle,
      Explanation why) {
    return new Finding(
        fingerprint,
        rule,
        certainty,
        Evidence.DYNAMIC,
        scopes.of(members, accesses, cycle),
        Status.NEW,
        null,
        title,
        members,
        Math.max(1, count),
        accesses,
        cycle,
        why,
        List.of());
  }
}
