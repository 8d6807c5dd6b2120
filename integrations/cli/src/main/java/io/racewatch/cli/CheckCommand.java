package io.racewatch.cli;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.util.List;
import picocli.CommandLine;

/** Decides the gate for the newest session. */
@CommandLine.Command(
    name = "check",
    description = "Decide the gate from run files; writes files only for --format.")
final class CheckCommand extends RenderCommand {
  CheckCommand() {
    super(RunFiles.Choice.NEWEST);
  }

  @Override
  List<String> formats(Options options) {
    return arguments().given().containsKey(Option.FORMATS.key())
        ? options.list(Option.FORMATS)
        : List.of("text");
  }
}
