package io.racewatch.report.text;

import io.racewatch.model.Access;
import io.racewatch.model.Coverage;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.SuppressionLine;
import io.racewatch.report.common.Words;
import java.util.List;
import java.util.Map;

/** One finding as text: about 20 lines, or everything. */
final class FindingText {
  private static final int MEMBERS_SHOWN = 4;

  private static final Map<Coverage, String> COVERAGE =
      Map.of(
          Coverage.CONFIRMED, "a run showed it",
          Coverage.REACHED, "its code ran without showing it",
          Coverage.NOT_REACHED, "its code did not run");

  private final TextOut text;
  private final SideText sides;
  private final boolean verbose;

  FindingText(TextOut text, SourceLines sources, boolean verbose) {
    this.text = text;
    this.sides = new SideText(text, new StackText(text, sources, verbose));
    this.verbose = verbose;
  }

  /** The finding in one line. */
  void line(int number, Finding finding) {
    String seen = finding.evidence() == Evidence.STATIC ? "static" : times(finding);
    text.line(0, headline(number, finding) + " (" + seen + ")");
  }

  /** The finding in full. */
  void write(int number, Finding finding) {
    text.line(0, headline(number, finding));
    facts(finding);
    for (Access access : finding.accesses()) {
      sides.access(access);
    }
    for (CycleEdge edge : finding.cycle()) {
      sides.edge(edge);
    }
    if (finding.explanation() != null) {
      explanation(finding.explanation());
    }
    text.line(2, "to silence: " + SuppressionLine.of(finding));
  }

  private static String headline(int number, Finding finding) {
    StringBuilder sb = new StringBuilder();
    sb.append(number).append(". ").append(finding.certainty().id()).append(' ');
    sb.append(finding.rule().id()).append(" [").append(Words.fingerprint(finding)).append("] ");
    if (finding.scope() == Scope.LIBRARY) {
      sb.append("(library) ");
    }
    if (finding.status() != Status.NEW) {
      sb.append('(').append(finding.status().id()).append(") ");
    }
    return sb.append(Safe.name(finding.title())).toString();
  }

  private static String times(Finding finding) {
    return Words.count(finding.count(), "time", "times");
  }

  private static String seen(Finding finding) {
    if (finding.evidence() == Evidence.STATIC) {
      String coverage = finding.coverage() == null ? "" : "; " + COVERAGE.get(finding.coverage());
      return "from the bytecode alone (static)" + coverage;
    }
    return "seen " + times(finding) + " (" + finding.evidence().id() + ")";
  }

  private void facts(Finding finding) {
    String tests =
        finding.tests().isEmpty()
            ? ""
            : "; in " + String.join(", ", finding.tests().stream().map(Safe::name).toList());
    text.wrapped(2, "", seen(finding) + tests);
    List<String> members = finding.members();
    if (members.size() > 1) {
      int limit = verbose ? members.size() : MEMBERS_SHOWN;
      List<String> shown = members.stream().limit(limit).map(Safe::name).toList();
      int more = members.size() - shown.size();
      text.wrapped(
          2, "on: ", String.join(", ", shown) + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  private void explanation(Explanation why) {
    String checked =
        why.checked() == null || why.checked().isEmpty() ? "" : " (checked: " + why.checked() + ")";
    text.wrapped(2, "why: ", Safe.text(why.text()) + Safe.name(checked));
    if (why.lastCommon() != null) {
      text.wrapped(
          2,
          "last ordered by: ",
          Safe.name(why.lastCommon().kind()) + ": " + Safe.text(why.lastCommon().text()));
    }
    if (why.guard() != null) {
      text.wrapped(
          2,
          "usual guard: ",
          Safe.name(why.guard().lock())
              + ", held at "
              + Words.number(why.guard().held())
              + " of "
              + Words.count(why.guard().of(), "access", "accesses"));
    }
  }
}
