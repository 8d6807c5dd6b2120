package io.racewatch.report.common;

import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Rule;

/** The line that a person would paste into the suppressions file to silence a finding. */
public final class SuppressionLine {
  private SuppressionLine() {}

  /** {@code race:com.acme.Counter.value -- why this is fine}. */
  public static String of(Finding finding) {
    return Safe.name(pattern(finding)) + " -- why this is fine";
  }

  private static String pattern(Finding finding) {
    String member = finding.members().isEmpty() ? "*" : finding.members().get(0);
    switch (finding.rule()) {
      case DEADLOCK:
      case LOCK_ORDER_CYCLE:
      case BLOCKED_UNDER_LOCK:
        return "deadlock:" + member;
      default:
        return named(finding) ? "race:" + member : "top:" + top(finding);
    }
  }

  /** False for {@code int[]} and library classes: silencing them all is not what is meant. */
  private static boolean named(Finding finding) {
    boolean array = finding.members().stream().anyMatch(member -> member.indexOf('.') < 0);
    return finding.accesses().isEmpty() || (finding.rule() != Rule.API_RACE && !array);
  }

  private static String top(Finding finding) {
    Frame frame = FoldedStack.userFrame(finding.accesses().get(0).stack());
    return frame == null ? "*" : frame.className() + "." + frame.method();
  }
}
