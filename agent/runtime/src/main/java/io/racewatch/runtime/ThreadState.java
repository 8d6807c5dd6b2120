package io.racewatch.runtime;

/** What racewatch knows of one thread. */
public final class ThreadState {
  /** The state of the current thread; never null. */
  public static ThreadState current() {
    return null;
  }
}
