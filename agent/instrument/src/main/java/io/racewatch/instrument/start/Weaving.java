package io.racewatch.instrument.start;

import io.racewatch.instrument.Counts;
import io.racewatch.instrument.RaceTransformer;
import io.racewatch.instrument.plan.Spared;
import io.racewatch.instrument.plan.Undoing;
import io.racewatch.instrument.weave.CallPlanner;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.OptionException;
import io.racewatch.model.options.Options;
import io.racewatch.model.options.Patterns;
import io.racewatch.runtime.DynamicCalls;
import io.racewatch.runtime.RunFacts;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;

/** The weaving of the program's classes, and what the run file says of it. */
final class Weaving implements Runnable {
  private final Counts counts = new Counts();
  private RaceTransformer transformer;
  private int failuresTold;
  private boolean advised;

  private Weaving() {}

  /** Registers the transformer. */
  static Weaving install(Instrumentation instrumentation, Catalog catalog, Options options) {
    Weaving weaving = new Weaving();
    boolean locksOnly = options.text(Option.MODE).equals("locks");
    Spared spared = spared(options);
    RaceTransformer transformer =
        new RaceTransformer(
            catalog, watched(options), options.watched(), !locksOnly, spared, weaving.counts);
    transformer.warmUp();
    if (spared != Spared.NONE) {
      DynamicCalls.fields(spared);
      Undoing.start(spared, instrumentation);
    }
    DynamicCalls.hidden(transformer);
    DynamicCalls.plans(new CallPlanner(catalog));
    instrumentation.addTransformer(transformer, true);
    weaving.transformer = transformer;
    return weaving;
  }

  private static Spared spared(Options options) {
    Path plan = options.path(Option.STATIC_PLAN);
    try {
      return plan == null ? Spared.NONE : Spared.read(plan);
    } catch (IOException unreadable) {
      throw new OptionException("static-plan: " + unreadable.getMessage());
    }
  }

  /** Weaves what was loaded before a late start. */
  void catchUp(Instrumentation instrumentation) {
    transformer.catchingUp(true);
    LateStart.catchUp(instrumentation);
    transformer.catchingUp(false);
  }

  /** The start failed: classes that load from now on run as they are. */
  void uninstall(Instrumentation instrumentation) {
    instrumentation.removeTransformer(transformer);
  }

  /** Which classes' accesses are checked: where only locks matter, just the canary's. */
  private static Patterns watched(Options options) {
    boolean races =
        options.list(Option.DETECT).contains("races") && !options.text(Option.MODE).equals("locks");
    return races
        ? options.watched()
        : new Patterns(List.of(CanaryTarget.class.getName()), List.of());
  }

  /** Looks whether so much is woven that the JIT should know of it; by one thread. */
  void advise(Instrumentation instrumentation) {
    if (!advised && counts.instrumented() + counts.skipped() >= JitAdvice.CLASSES) {
      advised = true;
      JitAdvice.give(instrumentation);
    }
  }

  /** Brings the counts in the run file up to date. */
  @Override
  public synchronized void run() {
    RunFacts.classes(counts.instrumented(), counts.skipped(), counts.failed());
    var failures = counts.failures();
    for (; failuresTold < failures.size(); failuresTold++) {
      Counts.Failure failure = failures.get(failuresTold);
      RunFacts.classFailed(failure.className(), failure.reason());
    }
  }
}
