package io.racewatch.engine;

import io.racewatch.model.Alert;
import io.racewatch.model.Run;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a report says of a run as a whole. */
final class RunSummary {
  private RunSummary() {}

  /**
   * The summary.
   *
   * @param written when the file was last written to; for runs that did not end by themselves
   * @param alerts what a reader must know first
   */
  static Run of(RunData run, FileTime written, List<String> notes, List<Alert> alerts) {
    String started = run.meta("started", "");
    List<Run.Failure> failures =
        run.failures.stream().map(f -> new Run.Failure(f.className(), f.reason())).toList();
    return new Run(
        number(run.meta("pid", "0")),
        run.meta("command", ""),
        run.meta("jdk", ""),
        started,
        run.end == null ? between(started, written) : run.end.millis(),
        run.end == null ? "killed" : run.end.how(),
        alerts.stream().anyMatch(RunSummary::blinds) ? "blind" : "ok",
        run.meta("mode", "full"),
        new Run.Classes(
            run.classes.instrumented(), run.classes.skipped(), run.classes.failed(), failures),
        notes,
        alerts);
  }

  private static boolean blinds(Alert alert) {
    return alert.kind() == Alert.Kind.BLIND || alert.kind() == Alert.Kind.UNWATCHED;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static long between(String started, FileTime written) {
    try {
      long millis = Duration.between(Instant.parse(started), written.toInstant()).toMillis();
      return Math.max(0, millis);
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
