package io.racewatch.cli;

import io.racewatch.engine.BaselineFile;
import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.EngineReport;
import io.racewatch.engine.StaticEngine;
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
    description = {
      "Write the findings of the newest session to --baseline as known;",
      "with jars or class folders, what 'analyze' finds in them.",
    })
final class BaselineCommand extends Command {
  @CommandLine.Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = {
        "Run files, or folders with them (default: the folder of --output);",
        "jars and class folders.",
      })
  private List<Path> paths = new ArrayList<>();

  @CommandLine.Option(
      names = "--classpath",
      paramLabel = "CP",
      description = "Where the classes that jars and class folders refer to are.")
  private String classPath = "";

  @Override
  int run(Options options) throws IOException {
    Path target = options.path(Option.BASELINE);
    Path file = target == null ? Path.of(BaselineFile.NAME) : target;
    EngineOptions all = EngineOptions.of(options).withBaseline(null);
    List<Path> code = paths.stream().filter(RunFiles::isCode).toList();
    List<Path> runs = paths.stream().filter(path -> !RunFiles.isCode(path)).toList();
    List<Finding> found = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    if (!runs.isEmpty() || code.isEmpty()) {
      RunFiles files = RunFiles.find(runs, options.path(Option.OUTPUT), RunFiles.Choice.NEWEST);
      Analysis analysis = Analysis.of(files, all, console());
      found.addAll(analysis.report().findings());
      problems.addAll(analysis.problems());
    }
    if (!code.isEmpty()) {
      StaticEngine.Outcome outcome =
          CodePaths.analyze(code, classPath, options, all, console(), true);
      EngineReport made = outcome.made();
      if (outcome.classes() == 0 && made.problems().isEmpty()) {
        throw new CliException(
            ExitCode.BLIND,
            "there are no run files and no class files in " + RunFiles.join(code),
            "no baseline");
      }
      made.problems().forEach(console()::say);
      found.addAll(made.report().findings());
      problems.addAll(made.problems());
    }
    if (!problems.isEmpty()) {
      // From less than everything it would make known findings look new again.
      throw new CliException(ExitCode.UNREADABLE, "no baseline is written", "mend the above first");
    }
    write(file, found.stream().filter(f -> f.status() == Status.NEW).toList());
    return ExitCode.CLEAN;
  }

  private void write(Path file, List<Finding> known) {
    try {
      BaselineFile.write(file, known);
    } catch (IOException e) {
      String line = "cannot write " + file + ": " + e.getMessage();
      throw new CliException(ExitCode.WRONG_USE, line, "name another file with --baseline", e);
    }
    console().say("wrote " + known.size() + " known finding(s) to " + file);
  }
}
