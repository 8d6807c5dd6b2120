package io.racewatch.report.github;

import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.Words;
import java.util.List;

/** The table in the summary of a step, in GitHub's Markdown. */
final class Summary {
  /** The host refuses summaries above 1 MiB; a row has a few hundred characters. */
  private static final int ROWS = 200;

  private Summary() {}

  static String of(Report report, List<Finding> findings) {
    StringBuilder sb = new StringBuilder("### racewatch: ");
    sb.append(Words.tally(report)).append("\n\n");
    if (report.blind()) {
      sb.append("**Blind run: what was not found proves nothing.**\n\n");
    }
    if (!findings.isEmpty()) {
      sb.append("| certainty | rule | finding | seen | fingerprint |\n|---|---|---|--:|---|\n");
      findings.stream().limit(ROWS).forEach(finding -> row(sb, finding));
      sb.append('\n');
    }
    if (findings.size() > ROWS) {
      sb.append(Words.number(findings.size() - ROWS)).append(" more in the other reports\n\n");
    }
    return sb.toString();
  }

  private static void row(StringBuilder sb, Finding finding) {
    sb.append("| ").append(finding.certainty().id());
    sb.append(" | ").append(finding.rule().id());
    sb.append(" | ").append(markdown(Safe.name(finding.title())));
    sb.append(" | ").append(Words.number(finding.count()));
    sb.append(" | `").append(Words.fingerprint(finding)).append("` |\n");
  }

  /** Every punctuation mark escaped: names may hold markup, links and the borders of the table. */
  private static String markdown(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~@&-])", "\\\\$1");
  }
}
