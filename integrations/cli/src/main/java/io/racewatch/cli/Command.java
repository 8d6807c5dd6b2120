package io.racewatch.cli;

import io.racewatch.model.options.Options;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** A command that takes every row of the option table. */
abstract class Command implements Callable<Integer> {
  private final OptionArguments arguments = new OptionArguments();
  private Console console;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  private boolean help;

  /** Gives the command what it works with. */
  final void prepare(CommandLine line, Console around) {
    console = around;
    arguments.addTo(line.getCommandSpec());
  }

  final Console console() {
    return console;
  }

  final OptionArguments arguments() {
    return arguments;
  }

  @Override
  public final Integer call() throws Exception {
    return run(arguments.parse(console));
  }

  /** Does the work and returns an exit code. */
  abstract int run(Options options) throws Exception;
}
