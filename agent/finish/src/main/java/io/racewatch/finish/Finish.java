package io.racewatch.finish;

import io.racewatch.engine.RunSource;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.nio.file.Path;
import java.util.Map;

/** Where the runtime enters when the program has ended. Found by name, so the signature stays. */
public final class Finish {
  /** The exit code to leave alone. */
  public static final int PROGRAMS_OWN = -1;

  private static final int BLIND = 70;

  private Finish() {}

  /**
   * Renders the session of a run, prints its report on stderr and decides the gate. Never throws;
   * mostly returns within {@code exit-budget}, and always within three times that.
   *
   * @param runFile the ended run file of this JVM; null if there is none
   * @param rest what follows the file's bytes in memory because it could not be written
   * @param output the output folder in use; null if none can be written
   * @param options by key, as {@link Options#toMap} gives them
   * @return the exit code of the process, or {@link #PROGRAMS_OWN}
   */
  public static int run(String runFile, byte[] rest, String output, Map<String, String> options) {
    RunSource run = new RunSource(runFile == null ? null : Path.of(runFile), rest);
    Path folder = output == null ? null : Path.of(output);
    return run(run, folder, options, new Log(), System.getenv());
  }

  static int run(
      RunSource run,
      Path output,
      Map<String, String> options,
      Log log,
      Map<String, String> environment) {
    try {
      Options parsed = Options.of(options);
      boolean inherited = environment.get(Options.SESSION_VARIABLE) != null;
      return new Worker(new Job(run, output, parsed, inherited, log)).call();
    } catch (Throwable failure) {
      log.say("no report: " + failure + "; " + rescue(run.path()));
      return options.containsKey(Option.EXITCODE.key()) ? BLIND : PROGRAMS_OWN;
    }
  }

  /** Says how to get at the findings later. */
  static String rescue(Path runFile) {
    return runFile == null
        ? "the findings were in memory only"
        : "the findings are in the run file: java -jar racewatch.jar report " + runFile;
  }
}
