package io.racewatch.cli;

import io.racewatch.model.options.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Starts a program with the agent and ends with its exit code. */
@CommandLine.Command(
    name = "run",
    description = "Start a program with the agent: run [OPTIONS] -- java -jar app.jar",
    footer = "%nThe exit code is that of the program, unless --exitcode is set and the gate trips.")
final class RunCommand extends Command {
  private static final String USAGE = "run [--KEY VALUE]… -- java …";

  @CommandLine.Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Also record the run as an STD trace, and what its locations mean in FILE.locations.")
  private Path record;

  private final List<String> program;

  /**
   * Makes one.
   *
   * @param program what stands after {@code --}; null if that is missing
   */
  RunCommand(List<String> program) {
    this.program = program;
  }

  @Override
  int run(Options options) throws Exception {
    requireProgram();
    List<String> command = command(OwnJar.path());
    Process process = start(command);
    // A signal to us is one to the program: let it end and write its reports before we go.
    Thread forward = new Thread(() -> end(process), "racewatch-run");
    Runtime.getRuntime().addShutdownHook(forward);
    int code = process.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(forward);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already and finds the program ended.
    }
    if (record != null) {
      boolean there = Files.exists(record);
      console().say(there ? "wrote " + record : "no trace was recorded: the agent did not start");
    }
    return code;
  }

  private void requireProgram() {
    if (program == null || program.isEmpty()) {
      throw new CliException(ExitCode.WRONG_USE, "no program is given", USAGE);
    }
  }

  /** The program's command with the agent in it. */
  List<String> command(Path jar) {
    String name = Path.of(program.get(0)).getFileName().toString();
    if (!name.equals("java") && !name.equals("java.exe") && !name.equals("javaw.exe")) {
      String hint = "for others set JAVA_TOOL_OPTIONS=-javaagent:" + jar;
      throw new CliException(ExitCode.WRONG_USE, "'" + program.get(0) + "' is not java", hint);
    }
    List<String> command = new ArrayList<>();
    command.add(program.get(0));
    command.addAll(AgentOptions.arguments(jar, arguments().given()));
    if (record != null) {
      // Not an option of the agent: it is for one JVM, and its children must not write there, too.
      command.add("-Dio.racewatch.record=" + record.toAbsolutePath());
    }
    command.addAll(program.subList(1, program.size()));
    return command;
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new CliException(
          ExitCode.WRONG_USE, "cannot start '" + command.get(0) + "'", e.getMessage(), e);
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
