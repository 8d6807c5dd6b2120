package io.racewatch.runtime;

/** What the JVM itself knows of platform threads that wait. */
public interface JvmWaits {
  /**
   * What threads wait for that wait for a lock.
   *
   * @param threads their ids
   * @return two numbers for each: the id of the thread that owns what it waits for, 0 if none does,
   *     and the identity hash of that
   */
  long[] owners(long[] threads);

  /**
   * For the initialisation of which classes threads wait. Dear: stops the JVM for a moment.
   *
   * @param threads their ids
   * @return the binary name of a class for each, null where it waits for none
   */
  default String[] initialisations(long[] threads) {
    return new String[threads.length];
  }
}
