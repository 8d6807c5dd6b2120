package io.racewatch.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code racewatch} without a command: shows the help. */
@Command(
    name = "racewatch",
    description = "Finds data races and deadlocks of programs on the JVM.",
    footer = {
      "",
      "To watch a program: java -javaagent:racewatch.jar -jar app.jar",
      "Help for a command: java -jar racewatch.jar help COMMAND",
    })
final class Root implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  private boolean version;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getErr());
    return ExitCode.WRONG_USE;
  }
}
