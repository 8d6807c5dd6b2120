package io.racewatch.runtime;

import io.racewatch.format.Entry;

/**
 * What the weaver tells the run file about itself, so that only the runtime knows the file's
 * layout. Thread-safe; lost if there is no run file.
 */
public final class RunFacts {
  private RunFacts() {}

  /** A fact about the run as a whole. */
  public static void meta(String key, String value) {
    Recorder.append(new Entry.Meta(key, value));
  }

  /** A pattern of classes that seem to be the user's own. */
  public static void ownGuess(String pattern) {
    meta(Entry.OWN_GUESS, pattern);
  }

  /** Classes so far. */
  public static void classes(long instrumented, long skipped, long failed) {
    Recorder.append(new Entry.Classes(instrumented, skipped, failed));
  }

  /** A class that could not be woven; its name with dots. */
  public static void classFailed(String className, String reason) {
    Recorder.append(new Entry.ClassFailed(className, reason));
  }

  /** The reason for {@link #classFailed} where only one method of the class is concerned. */
  public static String aboutMethod(String methodAndReason) {
    return Entry.METHOD.concat(methodAndReason);
  }

  /** Whether the race that was planted at the start was found. */
  public static void canary(boolean found) {
    Recorder.append(new Entry.Canary(found));
    if (TraceLog.ON) {
      TraceLog.open();
    }
  }

  /** The agent came into a program that already ran. */
  public static void late() {
    Recorder.append(new Entry.Meta(Entry.LATE, "yes"));
  }
}
