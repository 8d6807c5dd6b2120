package io.racewatch.report.gitlab;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Report;
import io.racewatch.model.Status;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.Json;
import io.racewatch.report.common.Places;
import io.racewatch.report.common.Ranking;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * GitLab's code quality report: one object a finding. Suppressed findings are left out; known ones
 * stay, because GitLab compares with the target branch itself.
 */
public final class GitlabFormat implements ReportFormat {
  @Override
  public String id() {
    return "gitlab";
  }

  @Override
  public String fileName() {
    return "racewatch-gitlab.json";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    write(report, SourceLines.NONE, out);
  }

  @Override
  public void write(Report report, SourceLines sources, OutputStream out) throws IOException {
    List<Finding> findings =
        Ranking.all(report).stream().filter(f -> f.status() != Status.SUPPRESSED).toList();
    Json.write(out, json -> json.list(findings, finding -> finding(json, finding, sources)));
  }

  private static void finding(Json json, Finding finding, SourceLines sources) throws IOException {
    Frame place = Places.of(finding).get(0);
    json.string("description", Safe.name(finding.title()));
    json.string("check_name", finding.rule().id());
    json.string("fingerprint", finding.fingerprint());
    json.string("severity", severity(finding.certainty()));
    json.object(
        "location",
        () -> {
          json.string("path", Safe.name(sources.path(place)));
          json.object("lines", () -> json.number("begin", Places.line(place)));
        });
  }

  private static String severity(Certainty certainty) {
    switch (certainty) {
      case CERTAIN:
        return "critical";
      case LIKELY:
        return "major";
      default:
        return "minor";
    }
  }
}
