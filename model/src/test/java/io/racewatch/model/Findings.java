package io.racewatch.model;

import java.util.List;

/** Findings for tests. */
public final class Findings {
  private Findings() {}

  /** A frame of a class file that is named after the class. */
  public static Frame frame(String className, String method, int line) {
    return new Frame(className, method, "File.java", line);
  }

  /** An access at these frames. */
  public static Access access(String member, Operation operation, Frame... stack) {
    ThreadRef thread = new ThreadRef("worker", 9, false, List.of(), List.of());
    return new Access(member, operation, "plain", "o#1", thread, List.of(stack), List.of());
  }

  /** A race on one member. */
  public static Finding race(String member, Access one, Access two) {
    return finding(Rule.DATA_RACE, List.of(member), List.of(one, two), List.of());
  }

  /** One edge of a cycle. */
  public static CycleEdge edge(String holds, Frame holdsAt, String wants, Frame wantsAt) {
    ThreadRef thread = new ThreadRef("worker", 9, false, List.of(), List.of());
    return new CycleEdge(
        thread, lock(holds, holdsAt), List.of(holdsAt), lock(wants, wantsAt), List.of(wantsAt));
  }

  /** A cycle of locks. */
  public static Finding cycle(CycleEdge... edges) {
    List<String> members = List.of(edges).stream().map(edge -> edge.holds().lock()).toList();
    return finding(Rule.LOCK_ORDER_CYCLE, members, List.of(), List.of(edges));
  }

  private static LockRef lock(String name, Frame at) {
    return new LockRef(name, "Object#1", "java.lang.Object", "exclusive", at);
  }

  private static Finding finding(
      Rule rule, List<String> members, List<Access> accesses, List<CycleEdge> cycle) {
    Finding finding =
        new Finding(
            "",
            rule,
            Certainty.CERTAIN,
            Evidence.DYNAMIC,
            Scope.OWN,
            Status.NEW,
            null,
            "title",
            members,
            1,
            accesses,
            cycle,
            new Explanation("", "epochs", null, null),
            List.of());
    return new Finding(
        Fingerprint.of(finding),
        rule,
        Certainty.CERTAIN,
        Evidence.DYNAMIC,
        Scope.OWN,
        Status.NEW,
        null,
        "title",
        members,
        1,
        accesses,
        cycle,
        finding.explanation(),
        List.of());
  }
}
