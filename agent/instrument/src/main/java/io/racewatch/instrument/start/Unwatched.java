package io.racewatch.instrument.start;

import io.racewatch.model.options.OptionException;
import io.racewatch.model.options.Options;
import io.racewatch.runtime.Exit;
import io.racewatch.runtime.Recorder;
import java.nio.file.Path;

/**
 * A program that goes on unwatched must not pass for a clean one where a gate was asked for. The
 * launcher comes here when the start failed, by name.
 */
public final class Unwatched {
  private static final int BLIND = 70;

  private Unwatched() {}

  /**
   * Ends the process with 70 after the program and its hooks, if {@code exitcode} is set. Hooks in
   * classes that are woven already do nothing from now on.
   *
   * @param arguments of the agent, or null
   */
  public static void endWith70(String arguments) {
    boolean gate = wantsGate(arguments);
    try {
      Recorder.off();
    } catch (Throwable neverStarted) {
      // Then nothing is on.
    }
    if (!gate || LateStart.isOne()) {
      return;
    }
    try {
      if (Exit.installPlain(Unwatched::blind)) {
        return;
      }
    } catch (Throwable alsoBroken) {
      // The runtime is not even there.
    }
    // Cuts off hooks of the program that still run: worse than its own end, better than a lie.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(blind())));
  }

  private static boolean wantsGate(String arguments) {
    try {
      Path file = Path.of(Options.DEFAULT_FILE);
      return Options.parse(arguments, System.getProperties(), System.getenv(), file)
          .exitCode()
          .isPresent();
    } catch (OptionException wrong) {
      return true;
    }
  }

  private static int blind() {
    System.err.println("[racewatch] BLIND RUN: nothing was watched, so the exit code is " + BLIND);
    return BLIND;
  }
}
