package io.racewatch.finish;

import io.racewatch.engine.Engine;
import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.EngineReport;
import io.racewatch.engine.Gate;
import io.racewatch.engine.RunSource;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import java.util.List;

/**
 * What the engine made of run files.
 *
 * @param report of all that could be read
 * @param problems a line for each file that could not
 * @param exitCode for this process
 */
record Analysis(Report report, List<String> problems, int exitCode) {

  /** Analyses run files within the budget of a job. */
  static Analysis of(List<RunSource> runs, Job job) {
    EngineOptions options = EngineOptions.of(job.options()).within(job.budget().forChecks());
    EngineReport made = Engine.reportAll(runs, options, job.code());
    boolean blind = isBlind(made.report(), options, job);
    boolean tripped = Gate.trips(made.report(), options);
    return new Analysis(made.report(), made.problems(), job.exitCode(blind, tripped));
  }

  /** A helper JVM of a larger session need not run anything that was to be watched. */
  private static boolean isBlind(Report report, EngineOptions options, Job job) {
    if (report.runs().isEmpty()) {
      return true;
    }
    return job.inherited()
        ? report.runs().stream().anyMatch(Run::blind)
        : Gate.blind(report, options);
  }
}
