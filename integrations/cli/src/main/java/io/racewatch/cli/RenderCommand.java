package io.racewatch.cli;

import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.Gate;
import io.racewatch.engine.StaticEngine;
import io.racewatch.engine.StaticRequest;
import io.racewatch.model.Report;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.report.Reports;
import io.racewatch.report.common.SourceLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * What {@code report}, {@code check} and {@code merge} have in common: run files in, reports out.
 */
abstract class RenderCommand extends Command {
  @CommandLine.Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Run files, or folders with them (default: the folder of --output).")
  private List<Path> runs = new ArrayList<>();

  /** Given by a JVM that renders at its exit and has little time. */
  @CommandLine.Option(names = "--checks-within", hidden = true, paramLabel = "MILLIS")
  private Long checksWithin;

  /** Given by such a JVM if the user named the class path. */
  @CommandLine.Option(names = "--with-bytecode", hidden = true)
  private boolean withBytecode;

  private final RunFiles.Choice choice;

  RenderCommand(RunFiles.Choice choice) {
    this.choice = choice;
  }

  /** The formats to render. */
  abstract List<String> formats(Options options);

  @Override
  int run(Options options) {
    List<String> formats = formats(options);
    formats.forEach(RenderCommand::requireKnown);
    RunFiles files = RunFiles.look(runs, options.path(Option.OUTPUT), choice);
    if (files.isEmpty()) {
      StaticEngine.Outcome last = AnalyzedBefore.in(runs, options, console());
      if (last != null) {
        Report report = last.made().report();
        write(report, options, formats);
        return last.made().problems().isEmpty()
            ? gate(Gate.decide(report, AnalyzedBefore.engine(options)), options)
            : ExitCode.UNREADABLE;
      }
    }
    files.required(runs, options.path(Option.OUTPUT));
    boolean join = checksWithin == null || withBytecode;
    StaticRequest code = join ? CodePaths.ofProgram(options) : null;
    Analysis analysis = Analysis.of(files, limit(EngineOptions.of(options)), code, console());
    if (!analysis.isEmpty()) {
      write(analysis.report(), options, formats);
    }
    return gate(analysis.exitCode(), options);
  }

  /**
   * When the gate trips, the code that the command line asks for in place of the usual one; what a
   * file says is for the watched JVM, and one that renders at its exit knows its own.
   */
  private int gate(int code, Options options) {
    boolean asked = arguments().given().containsKey(Option.EXITCODE.key());
    return code == ExitCode.GATE && asked && checksWithin == null
        ? options.exitCode().orElse(code)
        : code;
  }

  private void write(Report report, Options options, List<String> formats) {
    Path output = options.path(Option.OUTPUT);
    SourceLines sources = Sources.of(options, console());
    try {
      List<Path> written = Reports.write(report, sources, output, formats, console().out());
      if (checksWithin == null) {
        written.forEach(file -> console().say("wrote " + file));
      }
    } catch (IOException e) {
      for (Throwable other : e.getSuppressed()) {
        console().say(other.getMessage());
      }
      String hint = "name another folder with --output";
      if (checksWithin == null) {
        throw new CliException(ExitCode.WRONG_USE, e.getMessage(), hint, e);
      }
      // At the exit of a JVM the gate still counts, and the run file is there for another try.
      console().say(e.getMessage() + " (" + hint + ")");
    }
  }

  /** Refuses a format that does not exist. */
  static void requireKnown(String format) {
    try {
      Reports.format(format);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.WRONG_USE, e.getMessage(), "not in this version", e);
    }
  }

  private EngineOptions limit(EngineOptions options) {
    return checksWithin == null ? options : options.within(Duration.ofMillis(checksWithin));
  }
}
