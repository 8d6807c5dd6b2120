package io.racewatch.cli;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.util.List;
import picocli.CommandLine;

/** Renders all sessions together. */
@CommandLine.Command(
    name = "merge",
    description = "Render all sessions in the folders together, as one report.")
final class MergeCommand extends RenderCommand {
  MergeCommand() {
    super(RunFiles.Choice.ALL);
  }

  @Override
  List<String> formats(Options options) {
    return options.list(Option.FORMATS);
  }
}
