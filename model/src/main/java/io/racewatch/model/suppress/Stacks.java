package io.racewatch.model.suppress;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import java.util.ArrayList;
import java.util.List;

/** The stacks by which a finding can be suppressed. */
final class Stacks {
  private Stacks() {}

  /** Those of the accesses, or those of the acquires; not where threads were started. */
  static List<List<Frame>> of(Finding finding) {
    List<List<Frame>> stacks = new ArrayList<>();
    for (Access access : finding.accesses()) {
      stacks.add(access.stack());
    }
    for (CycleEdge edge : finding.cycle()) {
      stacks.add(edge.holdsAt());
      stacks.add(edge.wantsAt());
    }
    return stacks;
  }
}
