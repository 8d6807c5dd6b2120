package io.racewatch.report.junit;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.ThreadRef;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SuppressionLine;
import io.racewatch.report.common.Words;
import java.util.List;

/** The body of a failure, as CI systems show stack traces. */
final class FindingLines {
  private final StringBuilder sb = new StringBuilder();

  private FindingLines() {}

  static String of(Finding finding) {
    FindingLines lines = new FindingLines();
    for (Access access : finding.accesses()) {
      lines.stack(Words.operation(access) + by(access.thread()), access.stack());
    }
    for (CycleEdge edge : finding.cycle()) {
      lines.stack("holds " + Words.lock(edge.holds()) + by(edge.thread()), edge.holdsAt());
      lines.stack("wants " + Words.lock(edge.wants()) + by(edge.thread()), edge.wantsAt());
    }
    if (finding.explanation() != null) {
      lines.sb.append('\n').append(Safe.text(finding.explanation().text()));
    }
    lines.sb.append("\nto silence: ").append(SuppressionLine.of(finding)).append('\n');
    return lines.sb.toString();
  }

  private static String by(ThreadRef thread) {
    return thread == null ? "" : " by " + Words.thread(thread);
  }

  private void stack(String head, List<Frame> frames) {
    sb.append('\n').append(head);
    for (Frame frame : frames) {
      sb.append("\n\tat ").append(Words.frame(frame));
    }
  }
}
