package io.racewatch.engine;

import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.model.Alert;
import io.racewatch.model.Finding;
import io.racewatch.model.LockGraph;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import io.racewatch.model.Version;
import io.racewatch.model.suppress.Baseline;
import io.racewatch.model.suppress.SuppressionException;
import io.racewatch.model.suppress.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/** From run files to a report. Stateless, so safe for use by several threads. */
public final class Engine {
  private Engine() {}

  /**
   * Reads run files and makes one report of them. A file that cannot be read, or a wrong
   * suppression or baseline file, is a problem, not an exception: nothing that was found is lost.
   *
   * @param runFiles in any order; the runs of one session or of several
   */
  public static EngineReport report(List<Path> runFiles, EngineOptions options) {
    return reportAll(runFiles.stream().map(RunSource::of).toList(), options);
  }

  /** The same for runs that are not, or not wholly, in files. */
  public static EngineReport reportAll(List<RunSource> sources, EngineOptions options) {
    return reportAll(sources, options, null);
  }

  /**
   * The same, joined with what the bytecode allows.
   *
   * @param code the program's class files; null for the runs alone
   */
  public static EngineReport reportAll(
      List<RunSource> sources, EngineOptions options, StaticRequest code) {
    List<String> problems = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Reach reach = new Reach();
    SeenOrders orders = new SeenOrders();
    List<LockGraph> locks = new ArrayList<>();
    Deadline deadline = new Deadline(options.budget());
    StaticWork work = code == null ? null : StaticWork.start(code);
    for (RunSource source : sources) {
      try {
        RunData run = RunCollector.read(source);
        RunAnalysis analysis = RunAnalysis.of(run, options, deadline);
        runs.add(summary(run, lastWritten(source), analysis, options));
        if (run.damage != null) {
          problems.add(run.damage);
        }
        findings.addAll(analysis.findings());
        reach.add(run);
        if (work != null) {
          reach.addOrders(run);
          orders.add(run);
        }
        locks.add(analysis.locks());
      } catch (IOException e) {
        problems.add(source.name() + ": " + reason(e));
      }
    }
    List<String> notes = new ArrayList<>();
    List<Finding> merged = Merger.merge(findings);
    List<Finding> all =
        work == null ? merged : work.join(merged, reach, orders, options, deadline, notes);
    List<Finding> judged = judge(all, options, notes, problems);
    LockGraph graph = LockGraph.merge(locks);
    if (work != null) {
      graph = OnePicture.of(graph, work.orders(), judged);
    }
    Report report = new Report(Version.text(), runs, judged, notes, graph, options.verbose());
    return new EngineReport(report, problems);
  }

  /** The same for entries in memory. */
  static Report report(RunData run, EngineOptions options) {
    RunAnalysis analysis = RunAnalysis.of(run, options, new Deadline(options.budget()));
    List<String> notes = new ArrayList<>();
    List<Finding> judged = judge(Merger.merge(analysis.findings()), options, notes, notes);
    Run summary = summary(run, FileTime.fromMillis(0), analysis, options);
    return new Report(
        Version.text(), List.of(summary), judged, notes, analysis.locks(), options.verbose());
  }

  /** A report of the static half alone: its findings against suppressions and baseline. */
  static EngineReport ofBytecode(
      List<Finding> findings,
      List<PossibleOrder> orders,
      List<String> notes,
      List<String> problems,
      EngineOptions options) {
    List<String> lines = new ArrayList<>(notes);
    List<String> wrong = new ArrayList<>(problems);
    List<Finding> judged = judge(Merger.merge(findings), options, lines, wrong);
    LockGraph graph = OnePicture.of(LockGraph.EMPTY, orders, judged);
    Report report = new Report(Version.text(), List.of(), judged, lines, graph, options.verbose());
    return new EngineReport(report, wrong);
  }

  private static Run summary(
      RunData run, FileTime written, RunAnalysis analysis, EngineOptions options) {
    List<Alert> alerts = new Alerts(run, Scopes.of(options, run)).all();
    return RunSummary.of(run, written, analysis.notes(), alerts);
  }

  private static List<Finding> judge(
      List<Finding> findings, EngineOptions options, List<String> notes, List<String> problems) {
    Suppressions suppressions = suppressions(options, problems);
    Baseline baseline = baseline(options, problems);
    List<Finding> judged = new ArrayList<>();
    for (Finding finding : findings) {
      judged.add(baseline.apply(suppressions.apply(finding)));
    }
    notes.addAll(suppressions.remarks());
    return Merger.sort(judged);
  }

  private static Suppressions suppressions(EngineOptions options, List<String> problems) {
    try {
      return Suppressions.load(options.suppressions(), options.today());
    } catch (IOException e) {
      problems.add(options.suppressions() + ": " + reason(e));
    } catch (SuppressionException e) {
      problems.add(e.getMessage());
    }
    return Suppressions.of(List.of(), options.today());
  }

  private static Baseline baseline(EngineOptions options, List<String> problems) {
    if (options.baseline() == null) {
      return Baseline.NONE;
    }
    try {
      return BaselineFile.read(options.baseline());
    } catch (IOException e) {
      problems.add(options.baseline() + ": " + reason(e));
      return Baseline.NONE;
    }
  }

  private static FileTime lastWritten(RunSource source) throws IOException {
    return source.path() == null
        ? FileTime.fromMillis(System.currentTimeMillis())
        : Files.getLastModifiedTime(source.path());
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
  }
}
