package io.racewatch.instrument.start;

import io.racewatch.instrument.jdk.JdkHookInstaller;
import io.racewatch.instrument.jdk.JdkHookReport;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.OptionException;
import io.racewatch.model.options.Options;
import io.racewatch.runtime.Exit;
import io.racewatch.runtime.Recorder;
import io.racewatch.runtime.RunFacts;
import io.racewatch.runtime.Settings;
import io.racewatch.runtime.Watchdog;
import io.racewatch.runtime.log.AgentLog;
import io.racewatch.runtime.log.RunLog;
import io.racewatch.runtime.log.Session;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** The steps of the start, in their order. */
public final class Start {
  private Start() {}

  /**
   * Starts everything.
   *
   * @throws OptionException if an option is wrong, before anything was changed
   */
  public static void with(String arguments, Instrumentation instrumentation) {
    Options options =
        Options.parse(
            arguments, System.getProperties(), System.getenv(), Path.of(Options.DEFAULT_FILE));
    Catalog all = catalog(options).forFeature(Runtime.version().feature());
    boolean locksOnly = options.text(Option.MODE).equals("locks");
    Catalog catalog = locksOnly ? all.forLocks() : all;
    Settings.locksOnly(locksOnly);
    for (String warning : options.warnings()) {
      AgentLog.line(warning);
    }
    String session = Session.current();
    RunLog log = open(options, session);
    Recorder.start(log, session);
    settings(options);
    RunHeader.write(options);
    JdkHookReport hooks = JdkHookInstaller.install(instrumentation, catalog);
    for (Map.Entry<String, String> lost : hooks.failures().entrySet()) {
      RunFacts.classFailed(lost.getKey().replace('/', '.'), lost.getValue());
    }
    Weaving weaving = Weaving.install(instrumentation, catalog, options);
    try {
      watch(options, instrumentation, weaving, log);
    } catch (Throwable failure) {
      weaving.uninstall(instrumentation);
      throw failure;
    }
  }

  private static void watch(
      Options options, Instrumentation instrumentation, Weaving weaving, RunLog log) {
    Recorder.atEnd(weaving);
    if (LateStart.isOne()) {
      weaving.catchUp(instrumentation);
    }
    RunFacts.canary(CanaryRace.run());
    end(options, log, () -> weaving.advise(instrumentation));
  }

  private static Catalog catalog(Options options) {
    Path user = options.path(Option.PRIMITIVES);
    boolean accidental = options.text(Option.SYNC).equals("all");
    try {
      return Catalog.load(user, accidental);
    } catch (IOException | RuntimeException unreadable) {
      throw new OptionException("primitives: " + unreadable.getMessage());
    }
  }

  private static void settings(Options options) {
    Settings.lines(new Unsuppressed(options.path(Option.SUPPRESSIONS)));
    Settings.deadlocks(options.list(Option.DETECT).contains("deadlocks"));
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    if (options.text(Option.MODE).equals("sample")) {
      Settings.sample(options.share(Option.SAMPLE_RATE));
    }
    Settings.memory(options.amount(Option.MEMORY).orElse(quarter));
  }

  private static RunLog open(Options options, String session) {
    String folder = folder(options.text(Option.OUTPUT));
    long limit = options.amount(Option.RECORD_LIMIT).orElse(Long.MAX_VALUE);
    return RunLog.open(folder, session, limit);
  }

  /** The output folder; one beside the system's temporary files where the name cannot be one. */
  private static String folder(String output) {
    try {
      return Path.of(output).toAbsolutePath().toString();
    } catch (InvalidPathException notInThisLocale) {
      String other = System.getProperty("java.io.tmpdir") + "/racewatch-report";
      AgentLog.line("output: " + notInThisLocale.getMessage() + "; the reports are in " + other);
      return other;
    }
  }

  private static void end(Options options, RunLog log, Runnable eachLook) {
    Ending ending = new Ending(log, options);
    if (!Exit.install(ending)) {
      AgentLog.line("no slot in the JVM's shutdown is free; see 'racewatch report' for findings");
    }
    boolean deadlocks = options.list(Option.DETECT).contains("deadlocks");
    Watchdog.start(
        deadlocks,
        new ThreadData(),
        eachLook,
        options.isOn(Option.HALT_ON_DEADLOCK) ? ending : null);
  }
}
