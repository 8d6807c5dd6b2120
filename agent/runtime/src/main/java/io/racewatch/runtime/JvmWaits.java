package io.racewatch.runtime;

/** What the JVM itself knows of platform threads that wait for each other. */
public interface JvmWaits {
  /**
   * Threads in a deadlock.
   *
   * @return three numbers for each: its id, the id of the owner of what it waits for, the identity
   *     hash of that; empty if there is none
   */
  long[] deadlocked();
}
