package io.racewatch.cli;

import io.racewatch.engine.traces.TraceReport;
import io.racewatch.engine.traces.Traces;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Judges traces that others, or {@code run --record}, wrote. */
@CommandLine.Command(
    name = "trace",
    description = "Print the races and deadlocks of STD traces: thread|op(operand)|location.",
    footer = {
      "",
      "A race is two accesses that happens-before leaves unordered; of each variable its first.",
      "A deadlock is a cycle of acquires: witnessed (another order of the same events ends in it),",
      "ruled-out (gate, order, same-thread or data says why), or possible.",
      "Races alone end with 0. The gate is for deadlocks: with --fail-on certain (the default) or",
      "likely a witnessed one ends with 66, with --fail-on possible a possible one does, too.",
    })
final class TraceCommand extends Command {
  @CommandLine.Option(
      names = "--json",
      description = "One JSON object a line, a line for each FILE.")
  private boolean json;

  @CommandLine.Parameters(paramLabel = "FILE", arity = "1..*", description = "STD traces.")
  private List<Path> files = new ArrayList<>();

  @Override
  int run(Options options) throws IOException {
    String failOn = options.text(Option.FAIL_ON);
    boolean unreadable = false;
    boolean tripped = false;
    PrintWriter out = new PrintWriter(console().out(), false, StandardCharsets.UTF_8);
    for (Path file : files) {
      try {
        TraceReport report = Traces.judge(file);
        tripped |= trips(report, failOn);
        print(file, report, out, options.isOn(Option.VERBOSE));
      } catch (IOException e) {
        console().say(e.getMessage());
        unreadable = true;
      } finally {
        out.flush();
      }
    }
    return unreadable ? ExitCode.UNREADABLE : tripped ? ExitCode.GATE : ExitCode.CLEAN;
  }

  private static boolean trips(TraceReport report, String failOn) {
    return switch (failOn) {
      case "none" -> false;
      case "possible" -> report.has("witnessed") || report.has("possible");
      default -> report.has("witnessed");
    };
  }

  private void print(Path file, TraceReport report, PrintWriter out, boolean verbose)
      throws IOException {
    if (json) {
      out.println(TraceJson.line(file.toString(), report));
      report.notes().forEach(note -> console().say(file + ": " + note));
    } else {
      TraceText.lines(file.toString(), report, verbose).forEach(out::println);
    }
  }
}
