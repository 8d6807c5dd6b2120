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

  /** As {@link #install}, for a JVM in which nothing else of ours is at work. */
  public static boolean installPlain(IntSupplier finish) {
    return register(new Plain(finish));
  }

  /**
   * Registers the end.
   *
   * @param finish renders the reports and never throws; its value is the exit code to end with, or
   *     -1 to leave the program's
   * @return whether a slot was free
   */
  public static boolean install(IntSupplier finish) {
    return register(new Exit(finish));
  }

  private static boolean register(Runnable end) {
    for (int slot = LAST; slot >= FIRST_FREE; slot--) {
      try {
        SharedSecrets.getJavaLangAccess().registerShutdownHook(slot, true, end);
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
    try {
      Findings.print();
    } catch (Throwable broken) {
      Faults.caught("live lines", broken);
    }
    try {
      Recorder.end("normal", millis());
    } catch (Throwable broken) {
      Faults.caught("the end of the run file", broken);
    }
    int code = finish.getAsInt();
    if (code >= 0) {
      Runtime.getRuntime().halt(code);
    }
  }

  /** A class rather than a lambda: the runtime makes no call sites of its own. */
  private static final class Plain implements Runnable {
    private final IntSupplier finish;

    Plain(IntSupplier finish) {
      this.finish = finish;
    }

    @Override
    public void run() {
      Runtime.getRuntime().halt(finish.getAsInt());
    }
  }
}
