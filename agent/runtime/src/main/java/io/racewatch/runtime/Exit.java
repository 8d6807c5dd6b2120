package io.racewatch.runtime;

import java.util.function.IntSupplier;
import jdk.internal.access.SharedSecrets;

/**
 * The end of the JVM. Ours comes in a free slot of the JDK's own shutdown sequence: after the
 * program's shutdown hooks and deleteOnExit, in the thread that ends the JVM.
 */
public final class Exit implements Runnable {
  private static final int FIRST_FREE = 3;
  private static final int LAST = 9;
  private static final long STARTED = System.nanoTime();

  private final IntSupplier finish;

  private Exit(IntSupplier finish) {
    this.finish = finish;
  }

  /**
   * Registers the end.
   *
   * @param finish renders the reports; its value is the exit code to end with, or -1 to leave the
   *     program's
   * @return whether a slot was free
   */
  public static boolean install(IntSupplier finish) {
    for (int slot = LAST; slot >= FIRST_FREE; slot--) {
      try {
        SharedSecrets.getJavaLangAccess().registerShutdownHook(slot, true, new Exit(finish));
        return true;
      } catch (InternalError taken) {
        continue;
      }
    }
    return false;
  }

  /** How long the run has lasted, in milliseconds. */
  public static long millis() {
    return (System.nanoTime() - STARTED) / 1_000_000;
  }

  @Override
  public void run() {
    ThreadState.current().inside++;
    int code = -1;
    try {
      Findings.print();
      Recorder.end("normal", millis());
      code = finish.getAsInt();
    } catch (Throwable broken) {
      io.racewatch.runtime.log.AgentLog.line("the reports failed: " + broken);
    }
    if (code >= 0) {
      Runtime.getRuntime().halt(code);
    }
  }
}
