package io.racewatch.runtime;

import io.racewatch.format.Entry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Errors of our own: counted, said once in the report, never thrown into the program.
 *
 * <p>A StackOverflowError or OutOfMemoryError is the program's own condition, met inside a hook.
 * Handlers count those themselves, by {@link #cut}: on a full stack no call can be made.
 */
final class Faults {
  private static final int SAID = 20;
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Hooks that ended early on a full stack or heap; racy increments may lose some. */
  static int cut;

  private Faults() {}

  static void caught(String part, Throwable error) {
    if (COUNT.incrementAndGet() <= SAID) {
      Recorder.append(new Entry.Note("internal error in " + part + ": " + describe(error)));
    }
  }

  private static String describe(Throwable error) {
    StackTraceElement[] stack = error.getStackTrace();
    return error + (stack.length > 0 ? " at " + stack[0] : "");
  }

  static int count() {
    return COUNT.get();
  }
}
