package io.racewatch.runtime;

import io.racewatch.format.Entry;
import java.util.concurrent.atomic.AtomicInteger;

/** Errors of our own: counted, said once in the report, never thrown into the program. */
final class Faults {
  private static final int SAID = 20;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Faults() {}

  static void caught(String part, Throwable error) {
    if (error instanceof StackOverflowError || error instanceof OutOfMemoryError) {
      return; // the program's own condition, met inside a hook
    }
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
