package io.racewatch.cli;

import io.racewatch.engine.Engine;
import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.EngineReport;
import io.racewatch.engine.Gate;
import io.racewatch.engine.RunSource;
import io.racewatch.engine.StaticRequest;
import io.racewatch.model.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine made of run files.
 *
 * @param report of all that could be read
 * @param problems a line for each file that could not
 * @param gate what the gate says: an exit code
 */
record Analysis(Report report, List<String> problems, int gate) {

  /** Analyses run files; each problem is said on stderr. */
  static Analysis of(RunFiles files, EngineOptions options, Console console) {
    return of(files, options, null, console);
  }

  /**
   * The same, joined with the bytecode.
   *
   * @param code the program's class files, or null
   */
  static Analysis of(RunFiles files, EngineOptions options, StaticRequest code, Console console) {
    List<RunSource> sources = files.files().stream().map(RunSource::of).toList();
    EngineReport made = Engine.reportAll(sources, options, code);
    List<String> problems = new ArrayList<>(files.missing());
    problems.addAll(made.problems());
    problems.forEach(console::say);
    return new Analysis(made.report(), problems, Gate.decide(made.report(), options));
  }

  /** Whether no run could be read at all. */
  boolean isEmpty() {
    return report.runs().isEmpty();
  }

  /** For the command: a problem outweighs the gate, because the gate did not see everything. */
  int exitCode() {
    return problems.isEmpty() ? gate : ExitCode.UNREADABLE;
  }
}
