package io.racewatch.report.text;

import io.racewatch.model.Alert;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.Words;
import java.util.List;

/** What is said of the watched JVMs: what was woven, and whether the result can be trusted. */
final class RunText {
  private static final int FAILURES_SHOWN = 3;

  private final TextOut text;

  RunText(TextOut text) {
    this.text = text;
  }

  /** The first lines of a report whose silence proves less than it seems. */
  void alerts(Report report) {
    for (Run run : report.runs()) {
      for (Alert alert : run.alerts()) {
        text.logLine(alert.kind().headline() + ": " + Words.alert(run, alert));
      }
    }
  }

  /** The one line of a report that has nothing to show in full. */
  void clean(Report report) {
    List<Run> runs = report.runs();
    String tally = Words.tally(report);
    if (runs.isEmpty()) {
      text.logLine(tally);
    } else if (runs.size() == 1) {
      text.logLine(tally + " — " + jvm(runs.get(0)) + ": " + classes(runs.get(0)));
    } else {
      long woven = runs.stream().mapToLong(run -> run.classes().instrumented()).sum();
      long failed = runs.stream().mapToLong(run -> run.classes().failed()).sum();
      text.logLine(
          tally
              + " — "
              + Words.number(runs.size())
              + " JVMs: "
              + Words.count(woven, "class", "classes")
              + " watched, "
              + Words.number(failed)
              + " failed");
    }
    runs.forEach(this::mustKnow);
  }

  /** A line for each run, after the findings. */
  void footer(Report report) {
    for (Run run : report.runs()) {
      text.logLine(jvm(run) + ": " + classes(run));
      mustKnow(run);
    }
  }

  private void mustKnow(Run run) {
    List<Run.Failure> failures = run.classes().failures();
    failures.stream()
        .limit(FAILURES_SHOWN)
        .forEach(
            failure ->
                text.logLine(
                    "not watched: "
                        + Safe.name(failure.className())
                        + ": "
                        + Safe.name(failure.reason())));
    if (failures.size() > FAILURES_SHOWN) {
      text.logLine(
          "not watched: " + Words.number(failures.size() - FAILURES_SHOWN) + " more classes");
    }
    run.notes().forEach(note -> text.logLine("note: " + Safe.name(note)));
  }

  private static String jvm(Run run) {
    return "JVM " + run.pid() + " (" + Safe.name(run.command()) + ")";
  }

  private static String classes(Run run) {
    Run.Classes classes = run.classes();
    return Words.count(classes.instrumented(), "class", "classes")
        + " watched, "
        + Words.number(classes.skipped())
        + " skipped, "
        + Words.number(classes.failed())
        + " failed; mode "
        + Safe.name(run.mode())
        + ", ended "
        + Safe.name(run.ended())
        + ", canary "
        + Safe.name(run.canary());
  }
}
