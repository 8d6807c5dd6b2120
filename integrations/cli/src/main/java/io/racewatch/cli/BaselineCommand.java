package io.racewatch.cli;

import io.racewatch.engine.BaselineFile;
import io.racewatch.engine.EngineOptions;
import io.racewatch.model.Finding;
import io.racewatch.model.Status;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Writes down the findings of today, so that only new ones trip the gate. */
@CommandLine.Command(
    name = "baseline",
    description = "Write the findings of the newest session to --baseline as known.")
final class BaselineCommand extends Command {
  @CommandLine.Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Run files, or folders with them (default: the folder of --output).")
  private List<Path> runs = new ArrayList<>();

  @Override
  int run(Options options) {
    Path target = options.path(Option.BASELINE);
    Path file = target == null ? Path.of(BaselineFile.NAME) : target;
    RunFiles files = RunFiles.find(runs, options.path(Option.OUTPUT), RunFiles.Choice.NEWEST);
    EngineOptions all = EngineOptions.of(options).withBaseline(null);
    Analysis analysis = Analysis.of(files, all, console());
    if (!analysis.problems().isEmpty()) {
      // From less than everything it would make known findings look new again.
      throw new CliException(ExitCode.UNREADABLE, "no baseline is written", "mend the above first");
    }
    List<Finding> known =
        analysis.report().findings().stream().filter(f -> f.status() == Status.NEW).toList();
    try {
      BaselineFile.write(file, known);
    } catch (IOException e) {
      String line = "cannot write " + file + ": " + e.getMessage();
      throw new CliException(ExitCode.WRONG_USE, line, "name another file with --baseline", e);
    }
    console().say("wrote " + known.size() + " known finding(s) to " + file);
    return ExitCode.CLEAN;
  }
}
