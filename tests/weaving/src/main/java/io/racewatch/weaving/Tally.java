package io.racewatch.weaving;

import java.util.ArrayList;
import java.util.List;

/** What became of one set of classes. Not thread-safe. */
final class Tally {
  /** Classes offered. */
  int classes;

  /** Classes that something was woven into. */
  int woven;

  /** Woven classes that the JVM itself linked and verified. */
  int byJvm;

  /** Woven classes that ASM verified, since the JVM may not define them or lacks their types. */
  int byAsm;

  /** Methods that stayed as they are, or without checks. */
  int left;

  /** Methods beyond what HotSpot compiles. */
  int huge;

  /** Classes that no verifier accepts as they come out of the jar. */
  int badBefore;

  /** What must not be. */
  final List<String> failures = new ArrayList<>();

  /** Methods left, with reasons. */
  final List<String> reasons = new ArrayList<>();

  void add(Tally other) {
    classes += other.classes;
    woven += other.woven;
    byJvm += other.byJvm;
    byAsm += other.byAsm;
    left += other.left;
    huge += other.huge;
    badBefore += other.badBefore;
    failures.addAll(other.failures);
    reasons.addAll(other.reasons);
  }

  String row(String label) {
    return "| %s | %d | %d | %d | %d | %d | %d | %d | %d |"
        .formatted(label, classes, woven, byJvm, byAsm, left, huge, badBefore, failures.size());
  }

  static String head() {
    return """
        | classes of | offered | woven | verified by the JVM | by ASM | methods left | too long to \
        compile | invalid before | failures |
        |---|---|---|---|---|---|---|---|---|""";
  }
}
