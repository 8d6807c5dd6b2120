package io.racewatch.report.github;

import io.racewatch.model.Alert;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.Places;
import io.racewatch.report.common.Ranking;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Annotations of GitHub Actions, on the console, where the runner reads them; and a table in the
 * summary of the step, if the runner names a file for it. GitHub shows ten errors and ten warnings
 * a step, so the worst come first and the rest are counted.
 */
public final class GithubFormat implements ReportFormat {
  private static final int SHOWN_OF_A_KIND = 10;

  private final String summaryFile;

  /** The format as it is used: the runner names the summary in the environment. */
  public GithubFormat() {
    this(System.getenv("GITHUB_STEP_SUMMARY"));
  }

  GithubFormat(String summaryFile) {
    this.summaryFile = summaryFile;
  }

  @Override
  public String id() {
    return "github";
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
    List<Finding> findings = Ranking.important(report);
    StringBuilder sb = new StringBuilder();
    for (Run run : report.runs()) {
      for (Alert alert : run.alerts()) {
        String text = alert.kind().headline() + ": " + Words.alert(run, alert);
        sb.append("::error title=racewatch::").append(data(text)).append('\n');
      }
    }
    int hidden = annotations(sb, "error", only(findings, Certainty.CERTAIN), sources);
    hidden += annotations(sb, "warning", only(findings, Certainty.LIKELY), sources);
    if (hidden > 0) {
      sb.append("::notice title=racewatch::")
          .append(Words.number(hidden))
          .append(" more findings are in the other reports\n");
    }
    out.write(sb.toString().getBytes(StandardCharsets.UTF_8));
    if (summaryFile != null && !summaryFile.isEmpty()) {
      Files.writeString(
          Path.of(summaryFile),
          Summary.of(report, findings),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static List<Finding> only(List<Finding> findings, Certainty certainty) {
    return findings.stream().filter(f -> f.certainty() == certainty).toList();
  }

  /** Returns how many were too many to be shown. */
  private static int annotations(
      StringBuilder sb, String kind, List<Finding> findings, SourceLines sources) {
    for (Finding finding : findings.subList(0, Math.min(SHOWN_OF_A_KIND, findings.size()))) {
      List<Frame> places = Places.of(finding);
      Frame place = places.get(0);
      int line = Places.line(place);
      sb.append("::").append(kind);
      sb.append(" file=").append(property(Safe.name(sources.path(place))));
      sb.append(",line=").append(line).append(",endLine=").append(line);
      sb.append(",title=").append(property("racewatch " + finding.rule().id())).append("::");
      sb.append(data(message(finding, places))).append('\n');
    }
    return Math.max(0, findings.size() - SHOWN_OF_A_KIND);
  }

  private static String message(Finding finding, List<Frame> places) {
    StringBuilder sb = new StringBuilder(Safe.name(finding.title()));
    for (Frame place : places) {
      sb.append("\nat ").append(Words.frame(place));
    }
    return sb.append("\n[").append(Words.fingerprint(finding)).append(']').toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
