package io.racewatch.instrument.start;

import io.racewatch.model.options.Options;
import io.racewatch.runtime.Exit;
import io.racewatch.runtime.Recorder;
import io.racewatch.runtime.log.AgentLog;
import io.racewatch.runtime.log.RunLog;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * What is done once when the run ends: by the JVM's shutdown, or because threads are deadlocked.
 * The part that renders reports is found by name: it is loaded only now.
 */
final class Ending implements IntSupplier, Runnable {
  private static final String FINISH = "io.racewatch.finish.Finish";
  private static final int RACY = 66;
  private static final int BLIND = 70;

  private final RunLog log;
  private final Map<String, String> options;
  private final int deadlockCode;
  private final boolean gate;
  private final AtomicBoolean done = new AtomicBoolean();

  Ending(RunLog log, Options options) {
    this.log = log;
    this.options = options.toMap();
    this.gate = options.exitCode().isPresent();
    this.deadlockCode = options.exitCode().orElse(RACY);
  }

  /** The reports; the exit code to end with, or -1 for the program's own. */
  @Override
  public int getAsInt() {
    if (!done.compareAndSet(false, true)) {
      return -1;
    }
    try {
      Object code =
          Class.forName(FINISH, true, Ending.class.getClassLoader())
              .getMethod("run", String.class, byte[].class, String.class, Map.class)
              .invoke(null, log.file(), log.rest(), log.folder(), options);
      return (Integer) code;
    } catch (Throwable failure) {
      AgentLog.line("no report: " + failure);
      return gate ? BLIND : -1;
    }
  }

  /** Threads are deadlocked and the program is to end. */
  @Override
  public void run() {
    Recorder.end("halted", Exit.millis());
    getAsInt();
    Runtime.getRuntime().halt(deadlockCode);
  }
}
