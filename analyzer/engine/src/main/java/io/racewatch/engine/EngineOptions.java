package io.racewatch.engine;

import io.racewatch.model.Certainty;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What the engine must know beyond the run files. Immutable.
 *
 * @param failOn the gate trips on new findings at least this sure; null for never
 * @param gateScopeAll whether findings in libraries alone count too
 * @param suppressions a file, or null
 * @param baseline a file, or null
 * @param own patterns of the user's own classes; empty for what the run files say
 * @param verbose whether a person asked for everything
 * @param today for suppressions that end
 * @param budget time for the checks that can be left out; null for no end
 */
public record EngineOptions(
    Certainty failOn,
    boolean gateScopeAll,
    Path suppressions,
    Path baseline,
    List<String> own,
    boolean verbose,
    LocalDate today,
    Duration budget) {
  public EngineOptions {
    own = List.copyOf(own);
  }

  /** The defaults: the gate trips on certain findings in own code; no files, no budget. */
  public static EngineOptions defaults() {
    return new EngineOptions(
        Certainty.CERTAIN, false, null, null, List.of(), false, LocalDate.now(), null);
  }

  /** What the options of a run or a command line say; no budget. */
  public static EngineOptions of(Options options) {
    String failOn = options.text(Option.FAIL_ON);
    return new EngineOptions(
        failOn.equals("none") ? null : Certainty.of(failOn),
        options.text(Option.GATE_SCOPE).equals("all"),
        options.path(Option.SUPPRESSIONS),
        options.path(Option.BASELINE),
        options.list(Option.OWN),
        options.isOn(Option.VERBOSE),
        LocalDate.now(),
        null);
  }

  /** The same with another gate; null for none. */
  public EngineOptions withFailOn(Certainty other) {
    return new EngineOptions(
        other, gateScopeAll, suppressions, baseline, own, verbose, today, budget);
  }

  /** The same with a time limit for the checks that can be left out. */
  public EngineOptions within(Duration limit) {
    return new EngineOptions(
        failOn, gateScopeAll, suppressions, baseline, own, verbose, today, limit);
  }

  /** The same with a baseline; null for none. */
  public EngineOptions withBaseline(Path file) {
    return new EngineOptions(failOn, gateScopeAll, suppressions, file, own, verbose, today, budget);
  }

  /** The same with a suppression file; null for none. */
  public EngineOptions withSuppressions(Path file) {
    return new EngineOptions(failOn, gateScopeAll, file, baseline, own, verbose, today, budget);
  }
}
