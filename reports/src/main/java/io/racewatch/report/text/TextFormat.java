package io.racewatch.report.text;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.Ranking;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The report at the end of a run: one summary line, the worst findings in full, more as a line
 * each, the rest as counts. Plain UTF-8 without colours, because it cannot know where it ends up.
 */
public final class TextFormat implements ReportFormat {
  private static final int IN_FULL = 10;
  private static final int AS_LINES = 30;

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String fileName() {
    return "";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    write(report, SourceLines.NONE, out);
  }

  @Override
  public void write(Report report, SourceLines sources, OutputStream out) throws IOException {
    TextOut text = new TextOut();
    RunText runs = new RunText(text);
    runs.alerts(report);
    List<Finding> shown = report.verbose() ? Ranking.all(report) : Ranking.important(report);
    if (shown.isEmpty() && !report.blind()) {
      runs.clean(report);
    } else {
      text.logLine(Words.tally(report));
      findings(shown, report.verbose(), new FindingText(text, sources, report.verbose()), text);
      runs.footer(report);
    }
    long possible = report.verbose() ? 0 : report.count(Certainty.POSSIBLE);
    if (possible > 0) {
      text.logLine(Words.onlyCounted(possible));
    }
    for (String note : report.notes()) {
      text.logLine("note: " + Safe.name(note));
    }
    text.flushTo(out);
  }

  private static void findings(
      List<Finding> shown, boolean verbose, FindingText full, TextOut text) {
    int number = 0;
    for (Finding finding : shown) {
      number++;
      if (verbose || number <= IN_FULL) {
        text.blank();
        full.write(number, finding);
      } else if (number <= IN_FULL + AS_LINES) {
        if (number == IN_FULL + 1) {
          text.blank();
        }
        full.line(number, finding);
      }
    }
    int hidden = shown.size() - IN_FULL - AS_LINES;
    if (hidden > 0 && !verbose) {
      text.line(0, "… and " + Words.number(hidden) + " more, in the other reports");
    }
    if (!shown.isEmpty()) {
      text.blank();
    }
  }
}
