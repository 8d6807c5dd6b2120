package io.racewatch.report.json;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import io.racewatch.model.Status;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.Json;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The contract with machines. Keys come in a fixed order, lists are there even when empty, an
 * object that does not exist is null, and nothing depends on the machine or the time of writing.
 */
public final class JsonFormat implements ReportFormat {
  /** The value of {@code schema}; the number changes with a breaking change only. */
  static final String SCHEMA = "racewatch-report/1";

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String fileName() {
    return "racewatch.json";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    Json.write(out, json -> new ReportJson(json).write(report));
  }

  /** The top of the document; findings are written by {@link FindingJson}. */
  private static final class ReportJson {
    private final Json json;

    ReportJson(Json json) {
      this.json = json;
    }

    void write(Report report) throws IOException {
      json.object(
          () -> {
            json.string("schema", SCHEMA);
            json.object("tool", () -> tool(report));
            json.list("runs", report.runs(), this::run);
            json.object("summary", () -> summary(report));
            FindingJson finding = new FindingJson(json);
            json.list("findings", report.findings(), (Finding f) -> finding.write(f));
          });
    }

    private void tool(Report report) throws IOException {
      json.string("name", "racewatch");
      json.string("version", report.version());
    }

    private void run(Run run) throws IOException {
      json.number("pid", run.pid());
      json.string("command", run.command());
      json.string("jdk", run.jdk());
      json.string("started", run.started());
      json.number("millis", run.millis());
      json.string("ended", run.ended());
      json.string("canary", run.canary());
      json.string("mode", run.mode());
      json.object("classes", () -> classes(run.classes()));
    }

    private void classes(Run.Classes classes) throws IOException {
      json.number("instrumented", classes.instrumented());
      json.number("skipped", classes.skipped());
      json.number("failed", classes.failed());
      json.list(
          "failures",
          classes.failures(),
          failure -> {
            json.string("class", failure.className());
            json.string("reason", failure.reason());
          });
    }

    private void summary(Report report) throws IOException {
      for (Certainty certainty : Certainty.values()) {
        json.number(certainty.id(), report.count(certainty));
      }
      json.number(Status.SUPPRESSED.id(), report.count(Status.SUPPRESSED));
      json.number(Status.KNOWN.id(), report.count(Status.KNOWN));
    }
  }
}
