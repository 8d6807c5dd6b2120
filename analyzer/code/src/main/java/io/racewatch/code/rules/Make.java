package io.racewatch.code.rules;

import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Fingerprint;
import io.racewatch.model.Rule;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import java.util.List;

/** Makes findings about the program as a whole. */
final class Make {
  private static final String CHECKED = "bytecode";

  private Make() {}

  static Finding ofAccesses(
      Rule rule,
      Certainty certainty,
      String title,
      String member,
      long count,
      List<Access> accesses,
      String why,
      Explanation.Guard guard) {
    List<String> members = List.of(member);
    return make(
        Fingerprint.ofAccesses(rule, members, accesses),
        rule,
        certainty,
        title,
        members,
        count,
        accesses,
        List.of(),
        new Explanation(why, CHECKED, null, guard));
  }

  static Finding ofCycle(
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      long count,
      List<CycleEdge> cycle,
      String why) {
    return make(
        Fingerprint.ofCycle(rule, cycle),
        rule,
        certainty,
        title,
        members,
        count,
        List.of(),
        cycle,
        new Explanation(why, CHECKED, null, null));
  }

  private static Finding make(
      String fingerprint,
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      long count,
      List<Access> accesses,
      List<CycleEdge> cycle,
      Explanation explanation) {
    return new Finding(
        fingerprint,
        rule,
        certainty,
        Evidence.STATIC,
        Scope.LIBRARY,
        Status.NEW,
        null,
        title,
        members,
        count,
        accesses,
        cycle,
        explanation,
        List.of());
  }
}
