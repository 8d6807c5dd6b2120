package io.racewatch.cli;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.util.List;
import picocli.CommandLine;

/** Renders the newest session. */
@CommandLine.Command(
    name = "report",
    description = "Render reports from run files: text on stdout, the others into --output.")
final class ReportCommand extends RenderCommand {
  ReportCommand() {
    super(RunFiles.Choice.NEWEST);
  }

  @Override
  List<String> formats(Options options) {
    return options.list(Option.FORMATS);
  }
}
