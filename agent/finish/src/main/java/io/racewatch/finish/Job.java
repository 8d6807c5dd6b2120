package io.racewatch.finish;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.report.Reports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is to be rendered.
 *
 * @param runFile of this JVM
 * @param output where reports go
 * @param options of this JVM
 * @param inherited whether another JVM started the session; then the gate looks at this JVM alone
 * @param log where to say what a user must know
 * @param budget started when the job was made
 */
record Job(Path runFile, Path output, Options options, boolean inherited, Log log, Budget budget) {
  private static final int BLIND = 70;

  Job(Path runFile, Path output, Options options, boolean inherited, Log log) {
    this(runFile, output, options, inherited, log, new Budget(options));
  }

  /** The formats asked for that exist; a line for each other. */
  List<String> formats() {
    List<String> known = new ArrayList<>();
    for (String format : options.list(Option.FORMATS)) {
      if (Reports.formats().containsKey(format)) {
        known.add(format);
      } else {
        log.say("there is no report format '" + format + "' in this version");
      }
    }
    return known;
  }

  /** The exit code that the process gets. */
  int exitCode(boolean blind, boolean tripped) {
    OptionalInt code = options.exitCode();
    if (code.isEmpty()) {
      return Finish.PROGRAMS_OWN;
    }
    if (blind) {
      return BLIND;
    }
    return tripped ? code.getAsInt() : Finish.PROGRAMS_OWN;
  }
}
