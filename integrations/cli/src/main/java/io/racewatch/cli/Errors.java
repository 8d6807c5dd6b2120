package io.racewatch.cli;

import io.racewatch.model.options.Nearest;
import io.racewatch.model.options.OptionException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line, a hint and an exit code. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Console console;
  private boolean verbose;

  Errors(Console console) {
    this.console = console;
  }

  /** Whether to print stacks. */
  void verbose(boolean on) {
    verbose = on;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String line = e.getMessage().lines().findFirst().orElse("wrong use");
    if (e instanceof UnmatchedArgumentException) {
      List<String> unmatched = ((UnmatchedArgumentException) e).getUnmatched();
      line = unmatched(e.getCommandLine().getCommandSpec(), unmatched.get(0));
    }
    return fail(ExitCode.WRONG_USE, line, help(e.getCommandLine().getCommandSpec()), e);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
    if (e instanceof OptionException) {
      return fail(ExitCode.WRONG_USE, e.getMessage(), help(line.getCommandSpec()), e);
    }
    if (e instanceof CliException) {
      CliException known = (CliException) e;
      return fail(known.code(), known.getMessage(), known.hint(), e.getCause());
    }
    String hint = verbose ? "" : "--verbose shows where; please report it";
    return fail(ExitCode.INTERNAL, "internal error: " + oneLine(e), hint, e);
  }

  private int fail(int code, String line, String hint, Throwable cause) {
    console.say(hint.isEmpty() ? line : line + " (" + hint + ")");
    if (verbose && cause != null) {
      cause.printStackTrace(console.err());
    }
    return code;
  }

  private static String oneLine(Exception e) {
    return e.toString().replaceAll("\\R\\s*", " ");
  }

  private static String help(CommandSpec spec) {
    boolean root = spec.parent() == null;
    return "see 'help" + (root ? "" : " " + spec.name()) + "'";
  }

  private static String unmatched(CommandSpec spec, String word) {
    boolean option = word.startsWith("-");
    List<String> known = new ArrayList<>(option ? spec.optionsMap().keySet() : List.of());
    if (!option && spec.parent() == null) {
      known.addAll(spec.subcommands().keySet());
    }
    String name = option ? word.split("=", 2)[0] : word;
    if (known.isEmpty()) {
      return "'" + name + "' is one argument too many";
    }
    String what = option ? "option" : "command";
    return "there is no "
        + what
        + " '"
        + name
        + "'; the nearest is '"
        + Nearest.to(name, known)
        + "'";
  }
}
