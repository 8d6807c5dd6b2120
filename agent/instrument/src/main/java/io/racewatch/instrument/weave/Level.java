package io.racewatch.instrument.weave;

/** How much of a method is woven. */
enum Level {
  FULL,
  /** Only synchronisation: the method would become too large otherwise. */
  SYNC,
  NONE
}
