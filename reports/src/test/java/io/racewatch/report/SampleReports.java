package io.racewatch.report;

import io.racewatch.model.Alert;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import io.racewatch.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reports for the tests of every format: a normal one, and the extremes. */
public final class SampleReports {
  private SampleReports() {}

  /** One of each kind: races, cycles, suppressed, known, library. */
  public static Report normal() {
    return report(
        List.of(run("ok")),
        SampleFindings.all(),
        List.of("suppression `race:com.acme.Gone.x` matched nothing"),
        false);
  }

  /** The normal report, for a person who wants everything. */
  public static Report verbose() {
    Report normal = normal();
    return report(normal.runs(), normal.findings(), normal.notes(), true);
  }

  /** Nothing found. */
  public static Report clean() {
    Run.Classes classes = new Run.Classes(1234, 3, 0, List.of());
    return report(List.of(run("ok", classes, List.of())), List.of(), List.of(), false);
  }

  /** Nothing found, nothing proved. */
  public static Report blind() {
    return report(List.of(run("blind")), List.of(), List.of(), false);
  }

  /** Only the bytecode was looked at. */
  public static Report staticOnly() {
    return report(List.of(), List.of(SampleFindings.staticRace()), List.of(), false);
  }

  /** A thousand races, every third in a library. */
  public static Report huge() {
    List<Finding> findings = new ArrayList<>();
    IntStream.range(0, 1000).forEach(i -> findings.add(SampleFindings.numbered(i)));
    return report(List.of(run("ok")), findings, List.of(), false);
  }

  /** Names that try to break out of the report. */
  public static Report hostile() {
    Run.Classes classes =
        new Run.Classes(
            1, 0, 1, List.of(new Run.Failure(SampleFindings.EVIL, "<img src=x onerror=alert(1)>")));
    Run run = run("ok", classes, List.of("note \u001b[31mred\nsecond line"));
    return report(
        List.of(run), List.of(SampleFindings.hostile()), List.of(SampleFindings.EVIL), false);
  }

  /** As little as a finding of the static half may know. */
  public static Report sparse() {
    return report(
        List.of(),
        List.of(SampleFindings.sparseRace(), SampleFindings.sparseCycle()),
        List.of(),
        true);
  }

  /** A report of these findings from one good run. */
  public static Report of(List<Finding> findings) {
    return report(List.of(run("ok")), findings, List.of(), false);
  }

  static Report report(
      List<Run> runs, List<Finding> findings, List<String> notes, boolean verbose) {
    return new Report("0.1.0", runs, findings, notes, verbose);
  }

  private static Run run(String canary) {
    List<Run.Failure> failures =
        List.of(
            new Run.Failure("com.acme.gen.Parser", "method parse would exceed 65,535 bytes"),
            new Run.Failure("com.acme.gen.Lexer", "method next would exceed 65,535 bytes"));
    return run(
        canary,
        new Run.Classes(1234, 3, 2, failures),
        List.of("shadow memory was full for 1.2% of the accesses"));
  }

  private static Run run(String canary, Run.Classes classes, List<String> notes) {
    return new Run(
        4711,
        "app.jar",
        "17.0.15+6",
        "2026-11-20T09:00:00Z",
        2345,
        "normal",
        canary,
        "full",
        classes,
        notes,
        canary.equals("ok")
            ? List.of()
            : List.of(new Alert(Alert.Kind.BLIND, "The planted race was not found")));
  }

  /** The same finding with a status. */
  static Finding with(Finding finding, Status status) {
    return finding.withStatus(status);
  }
}
