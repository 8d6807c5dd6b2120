package io.racewatch.model;

import java.util.List;

/**
 * One finding, static or dynamic; the unit of every report.
 *
 * @param fingerprint hexadecimal SHA-256, see {@link Fingerprint}
 * @param rule which rule is broken
 * @param certainty how sure it is
 * @param evidence which half saw it
 * @param scope whose code it is in
 * @param status against suppressions and baseline
 * @param coverage what runs say of a static candidate; null for what runs alone showed
 * @param title one line for a person
 * @param members the fields, elements, library objects or locks it is about; first the root
 * @param count how often it was seen; at least 1
 * @param accesses both sides of a race; empty for cycles
 * @param cycle the edges of a cycle; empty for races
 * @param explanation why
 * @param tests the tests that ran when it was seen
 */
public record Finding(
    String fingerprint,
    Rule rule,
    Certainty certainty,
    Evidence evidence,
    Scope scope,
    Status status,
    Coverage coverage,
    String title,
    List<String> members,
    long count,
    List<Access> accesses,
    List<CycleEdge> cycle,
    Explanation explanation,
    List<String> tests) {
  public Finding {
    members = List.copyOf(members);
    accesses = List.copyOf(accesses);
    cycle = List.copyOf(cycle);
    tests = List.copyOf(tests);
  }

  /** The same finding, in another light. */
  public Finding with(Evidence otherEvidence, Scope otherScope, Coverage otherCoverage) {
    return new Finding(
        fingerprint,
        rule,
        certainty,
        otherEvidence,
        otherScope,
        status,
        otherCoverage,
        title,
        members,
        count,
        accesses,
        cycle,
        explanation,
        tests);
  }

  /** The same, as sure as that. */
  public Finding with(Certainty other) {
    return new Finding(
        fingerprint,
        rule,
        other,
        evidence,
        scope,
        status,
        coverage,
        title,
        members,
        count,
        accesses,
        cycle,
        explanation,
        tests);
  }

  /** The same finding with other reasons. */
  public Finding with(Explanation other) {
    return new Finding(
        fingerprint,
        rule,
        certainty,
        evidence,
        scope,
        status,
        coverage,
        title,
        members,
        count,
        accesses,
        cycle,
        other,
        tests);
  }

  /** The same finding with another status. */
  public Finding withStatus(Status other) {
    return new Finding(
        fingerprint,
        rule,
        certainty,
        evidence,
        scope,
        other,
        coverage,
        title,
        members,
        count,
        accesses,
        cycle,
        explanation,
        tests);
  }
}
