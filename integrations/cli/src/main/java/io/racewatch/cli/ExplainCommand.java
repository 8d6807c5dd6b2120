package io.racewatch.cli;

import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.StaticEngine;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Prints one finding in full. */
@CommandLine.Command(
    name = "explain",
    description = "Print one finding of the newest session in full.")
final class ExplainCommand extends Command {
  private static final int SHORTEST = 4;

  @CommandLine.Parameters(
      paramLabel = "FINGERPRINT",
      description = "The fingerprint of the finding, or its first characters.")
  private String fingerprint;

  @Override
  int run(Options options) throws IOException {
    Report whole = report(options);
    Report one = new Report(whole.version(), whole.runs(), List.of(find(whole)), List.of(), true);
    Reports.format("text").write(one, Sources.of(options, console()), console().out());
    return ExitCode.CLEAN;
  }

  /** Of the newest session; if there is none, of what was analysed last. */
  private Report report(Options options) {
    Path output = options.path(Option.OUTPUT);
    RunFiles files = RunFiles.look(List.of(), output, RunFiles.Choice.NEWEST);
    if (files.isEmpty()) {
      StaticEngine.Outcome last = AnalyzedBefore.in(List.of(), options, console());
      if (last != null) {
        return last.made().report();
      }
    }
    files.required(List.of(), output);
    files.files().forEach(file -> console().say("reading " + file));
    Analysis analysis =
        Analysis.of(files, EngineOptions.of(options), CodePaths.ofProgram(options), console());
    return analysis.report();
  }

  private Finding find(Report report) {
    String start = fingerprint.toLowerCase(Locale.ROOT);
    List<Finding> found =
        report.findings().stream().filter(f -> f.fingerprint().startsWith(start)).toList();
    if (found.size() == 1 && start.length() >= SHORTEST) {
      return found.get(0);
    }
    String line =
        found.isEmpty()
            ? "no finding has the fingerprint '" + fingerprint + "'"
            : "'" + fingerprint + "' is too short: " + found.size() + " finding(s) start so";
    throw new CliException(ExitCode.WRONG_USE, line, report.findings().size() + " in the report");
  }
}
