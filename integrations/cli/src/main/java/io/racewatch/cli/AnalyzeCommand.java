package io.racewatch.cli;

import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.Gate;
import io.racewatch.engine.StaticEngine;
import io.racewatch.model.Certainty;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The static half: findings of class files, without a run. */
@CommandLine.Command(
    name = "analyze",
    description = {
      "Find races and deadlocks that the bytecode allows, without a run.",
      "For this command --fail-on is 'likely' unless given.",
      "When the gate trips it ends with 66, or with what --exitcode says.",
    })
final class AnalyzeCommand extends Command {
  @CommandLine.Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Jars, wars, class folders, jmods, or the home of a JDK.")
  private List<Path> paths = new ArrayList<>();

  @CommandLine.Option(
      names = "--classpath",
      paramLabel = "CP",
      description = "Where the classes that they refer to are; not analysed themselves.")
  private String classPath = "";

  @CommandLine.Option(
      names = "--no-cache",
      description = "Neither use nor keep what was found before in the same files.")
  private boolean noCache;

  @Override
  int run(Options options) {
    List<String> formats = options.list(Option.FORMATS);
    formats.forEach(RenderCommand::requireKnown);
    EngineOptions engine = EngineOptions.of(options);
    if (!options.isSet(Option.FAIL_ON)) {
      engine = engine.withFailOn(Certainty.LIKELY);
    }
    StaticEngine.Outcome outcome =
        CodePaths.analyze(paths, classPath, options, engine, console(), !noCache);
    outcome.made().problems().forEach(console()::say);
    if (outcome.classes() == 0 && outcome.made().problems().isEmpty()) {
      throw new CliException(
          ExitCode.BLIND,
          "there are no class files in " + RunFiles.join(paths),
          "nothing was analysed");
    }
    if (outcome.classes() > 0) {
      write(outcome, options, formats);
      CodePaths.plan(paths, classPath, options, console());
    }
    return outcome.made().problems().isEmpty()
        ? gate(Gate.decide(outcome.made().report(), engine), options)
        : ExitCode.UNREADABLE;
  }

  /** The user's own code in place of the usual one. */
  private static int gate(int code, Options options) {
    return code == ExitCode.GATE ? options.exitCode().orElse(code) : code;
  }

  private void write(StaticEngine.Outcome outcome, Options options, List<String> formats) {
    Path output = options.path(Option.OUTPUT);
    try {
      List<Path> written =
          Reports.write(
              outcome.made().report(),
              Sources.of(options, console(), paths),
              output,
              formats,
              console().out());
      written.forEach(file -> console().say("wrote " + file));
    } catch (IOException e) {
      for (Throwable other : e.getSuppressed()) {
        console().say(other.getMessage());
      }
      throw new CliException(
          ExitCode.WRONG_USE, e.getMessage(), "name another folder with --output", e);
    }
  }
}
