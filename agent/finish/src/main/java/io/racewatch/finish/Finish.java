package io.racewatch.finish;

import io.racewatch.model.options.Options;
import java.nio.file.Path;
import java.util.Map;

/** Where the runtime enters when the program has ended. Found by name, so the signature stays. */
public final class Finish {
  /** The exit code to leave alone. */
  public static final int PROGRAMS_OWN = -1;

  private Finish() {}

  /**
   * Renders the session of a run, prints its report on stderr and decides the gate. Never throws;
   * returns within three times {@code exit-budget}, and mostly within that.
   *
   * @param runFile the closed run file of this JVM
   * @param output the output folder in use
   * @param options by key, as {@link Options#toMap} gives them
   * @return the exit code of the process, or {@link #PROGRAMS_OWN}
   */
  public static int run(Path runFile, Path output, Map<String, String> options) {
    return run(runFile, output, options, new Log(), System.getenv());
  }

  static int run(
      Path runFile,
      Path output,
      Map<String, String> options,
      Log log,
      Map<String, String> environment) {
    try {
      Options parsed = Options.of(options);
      boolean inherited = environment.get(Options.SESSION_VARIABLE) != null;
      Job job = new Job(runFile, output, parsed, inherited, log);
      return new Worker(job).call();
    } catch (Throwable failure) {
      log.say("no report: " + failure + "; " + rescue(runFile));
      return PROGRAMS_OWN;
    }
  }

  /** Says how to get at the findings later. */
  static String rescue(Path runFile) {
    return "the findings are in the run file: java -jar racewatch.jar report " + runFile;
  }
}
