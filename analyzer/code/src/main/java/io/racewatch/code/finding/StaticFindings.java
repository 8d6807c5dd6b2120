package io.racewatch.code.finding;

import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Fingerprint;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import java.util.List;

/** Makes findings of the static half: never certain, seen once, scope to be told by the engine. */
public final class StaticFindings {
  private static final String CHECKED = "bytecode";

  private StaticFindings() {}

  /**
   * A finding about accesses.
   *
   * @param members the root first; not empty
   * @param accesses at least one, each with a stack
   * @param guard the lock that most accesses hold, or null
   */
  public static Finding ofAccesses(
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      List<Access> accesses,
      String why,
      Explanation.Guard guard) {
    String fingerprint = Fingerprint.ofAccesses(rule, members, accesses);
    Explanation explanation = new Explanation(why, CHECKED, null, guard);
    return make(fingerprint, rule, certainty, title, members, accesses, List.of(), explanation);
  }

  /** A finding about a cycle of locks. */
  public static Finding ofCycle(
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      List<CycleEdge> cycle,
      String why) {
    String fingerprint = Fingerprint.ofCycle(rule, cycle);
    Explanation explanation = new Explanation(why, CHECKED, null, null);
    return make(fingerprint, rule, certainty, title, members, List.of(), cycle, explanation);
  }

  /** One side: bytecode knows no thread and no object. */
  public static Access access(
      String member, Operation operation, String mode, List<Frame> stack, List<LockRef> held) {
    return new Access(member, operation, mode, "", null, stack, held);
  }

  private static Finding make(
      String fingerprint,
      Rule rule,
      Certainty certainty,
      String title,
      List<String> members,
      List<Access> accesses,
      List<CycleEdge> cycle,
      Explanation explanation) {
    if (certainty == Certainty.CERTAIN) {
      throw new IllegalArgumentException("bytecode alone makes nothing certain");
    }
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
        1,
        accesses,
        cycle,
        explanation,
        List.of());
  }
}
