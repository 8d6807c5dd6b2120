package io.racewatch.cli;

import io.racewatch.model.options.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** Prints a run configuration for an IDE. */
@CommandLine.Command(
    name = "ide",
    description = "Print a run configuration with the agent for intellij, vscode or eclipse.")
final class IdeCommand extends Command {
  /** An IDE by its name on the command line; the resource is named after it. */
  enum Ide {
    intellij,
    vscode,
    eclipse
  }

  @CommandLine.Parameters(paramLabel = "NAME", description = "intellij, vscode or eclipse.")
  private Ide name;

  @Override
  int run(Options options) throws IOException {
    List<String> arguments = AgentOptions.arguments(OwnJar.path(), arguments().given());
    console()
        .out()
        .print(text(name, String.join(" ", arguments.stream().map(IdeCommand::quoted).toList())));
    return ExitCode.CLEAN;
  }

  /** The configuration with these arguments for the JVM. */
  static String text(Ide ide, String arguments) throws IOException {
    try (InputStream in = IdeCommand.class.getResourceAsStream("ide/" + ide + ".txt")) {
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return template.replace("@ARGUMENTS@", ide == Ide.vscode ? json(arguments) : xml(arguments));
    }
  }

  /** IDEs split the arguments at blanks. */
  private static String quoted(String argument) {
    return argument.indexOf(' ') < 0 ? argument : '"' + argument + '"';
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
