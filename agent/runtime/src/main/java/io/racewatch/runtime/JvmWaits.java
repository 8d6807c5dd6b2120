package io.racewatch.runtime;

/** What the JVM itself knows of platform threads that wait for a lock. */
public interface JvmWaits {
  /**
   * What threads wait for.
   *
   * @param threads their ids
   * @return two numbers for each: the id of the thread that owns what it waits for, 0 if none does,
   *     and the identity hash of that
   */
  long[] owners(long[] threads);
}
