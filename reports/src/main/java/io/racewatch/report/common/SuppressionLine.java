package io.racewatch.report.common;

import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.Rule;

/** The line that a person would paste into the suppressions file to silence a finding. */
public final class SuppressionLine {
  private SuppressionLine() {}

  /** {@code race:com.acme.Counter.value -- why this is fine}; matches the finding. */
  public static String of(Finding finding) {
    return Safe.name(pattern(finding)) + " -- why this is fine";
  }

  private static String pattern(Finding finding) {
    String member = finding.members().isEmpty() ? "*" : finding.members().get(0);
    if (!finding.cycle().isEmpty()) {
      return "deadlock:" + member;
    }
    return finding.accesses().isEmpty() || named(finding) ? "race:" + member : top(finding);
  }

  /** False for {@code int[]} and library classes: silencing them all is not what is meant. */
  private static boolean named(Finding finding) {
    return finding.rule() != Rule.API_RACE
        && finding.members().stream().allMatch(member -> member.indexOf('.') >= 0);
  }

  private static String top(Finding finding) {
    Frame frame = Frames.firstOutsideJdk(finding.accesses().get(0).stack());
    return "top:" + (frame == null ? "*" : frame.className() + "." + frame.method());
  }
}
