package io.racewatch.cli;

import io.racewatch.model.Version;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Parses a command line and runs its command. */
final class Cli {
  private static final int WIDTH = 100;

  private final Console console;
  private final Errors errors;

  Cli(Console console) {
    this.console = console;
    this.errors = new Errors(console);
  }

  /** Runs a command and returns its exit code. */
  int run(String... arguments) {
    List<String> all = Arrays.asList(arguments);
    int end = all.indexOf("--");
    List<String> own = OptionArguments.completeSwitches(end < 0 ? all : all.subList(0, end));
    List<String> rest = end < 0 ? List.of() : all.subList(end + 1, all.size());
    errors.verbose(own.contains("--verbose=on"));
    CommandLine line = commandLine(end >= 0, rest);
    int code = line.execute(own.toArray(new String[0]));
    console.out().flush();
    console.err().flush();
    return code;
  }

  private CommandLine commandLine(boolean hasProgram, List<String> program) {
    CommandLine line = new CommandLine(new Root());
    line.getCommandSpec().version("racewatch " + Version.text());
    List<Command> commands = new ArrayList<>();
    commands.add(new AnalyzeCommand());
    commands.add(new ReportCommand());
    commands.add(new CheckCommand());
    commands.add(new MergeCommand());
    commands.add(new TraceCommand());
    commands.add(new BaselineCommand());
    commands.add(new ExplainCommand());
    commands.add(new DoctorCommand());
    commands.add(new RunCommand(hasProgram ? program : null));
    commands.add(new AttachCommand());
    commands.add(new IdeCommand());
    for (Command command : commands) {
      CommandLine sub = new CommandLine(command);
      command.prepare(sub, console);
      line.addSubcommand(sub);
    }
    line.addSubcommand(new VersionCommand(console.out()));
    line.addSubcommand(new CommandLine.HelpCommand());
    settle(line);
    line.getSubcommands().values().forEach(this::settle);
    return line;
  }

  private void settle(CommandLine line) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(UsageMessageSpec.keyValuesMap(ExitCode.LIST));
    usage.width(WIDTH);
    usage.sortOptions(false);
    usage.abbreviateSynopsis(true);
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
  }
}
