package io.racewatch.report.sarif;

import io.racewatch.model.Alert;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Rule;
import io.racewatch.model.Run;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.Json;
import io.racewatch.report.common.Ranking;
import io.racewatch.report.common.RuleText;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** SARIF 2.1.0, with what GitHub's code scanning demands beyond the standard. */
public final class SarifFormat implements ReportFormat {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The most results that GitHub accepts in one run. */
  private static final int MOST_RESULTS = 25_000;

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public String fileName() {
    return "racewatch.sarif";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    write(report, SourceLines.NONE, out);
  }

  @Override
  public void write(Report report, SourceLines sources, OutputStream out) throws IOException {
    Json.write(
        out,
        json ->
            json.object(
                () -> {
                  json.string("$schema", SCHEMA);
                  json.string("version", "2.1.0");
                  json.list("runs", List.of(report), run -> run(json, run, sources));
                }));
  }

  private static void run(Json json, Report report, SourceLines sources) throws IOException {
    json.object("tool", () -> json.object("driver", () -> driver(json, report)));
    json.object("automationDetails", () -> json.string("id", "racewatch/"));
    json.string("columnKind", "utf16CodeUnits");
    if (!report.runs().isEmpty()) {
      json.list("invocations", report.runs(), run -> invocation(json, run));
    }
    List<Finding> findings = Ranking.all(report);
    ResultJson result = new ResultJson(json, sources);
    json.list(
        "results", findings.subList(0, Math.min(MOST_RESULTS, findings.size())), result::write);
  }

  private static void driver(Json json, Report report) throws IOException {
    json.string("name", "racewatch");
    json.string("version", report.version());
    json.list("rules", List.of(Rule.values()), rule -> rule(json, rule));
  }

  private static void rule(Json json, Rule rule) throws IOException {
    RuleText text = RuleText.of(rule);
    json.string("id", rule.id());
    json.object("shortDescription", () -> json.string("text", text.brief()));
    json.object("fullDescription", () -> json.string("text", text.brief() + " " + text.help()));
    json.object("help", () -> json.string("text", text.help()));
    json.object(
        "properties",
        () -> {
          json.strings("tags", List.of("concurrency", "correctness"));
          json.string("precision", "high");
          json.string("problem.severity", "error");
        });
  }

  private static void invocation(Json json, Run run) throws IOException {
    json.bool("executionSuccessful", !run.blind());
    json.number("processId", run.pid());
    List<String> first = new ArrayList<>();
    for (Alert alert : run.alerts()) {
      first.add(alert.kind().headline() + ": " + Words.alert(run, alert));
    }
    List<String> all = new ArrayList<>(first);
    all.addAll(run.notes());
    json.list(
        "toolExecutionNotifications",
        all,
        text -> notification(json, first.contains(text) ? "error" : "note", text));
  }

  private static void notification(Json json, String level, String text) throws IOException {
    json.string("level", level);
    json.object("message", () -> json.string("text", Safe.text(text)));
  }
}
