package io.racewatch.code.summary;

import io.racewatch.code.facts.Path;

/**
 * A thread or task that a method starts, itself or by what it calls.
 *
 * @param at the way to where it is started
 * @param many whether several of it can run at once
 * @param serial the executor that runs its tasks one after the other; or null
 * @param handle what a join waits on; or null
 * @param pool the executor; or null
 * @param live whether it may still run when the method returns
 */
public record Tag(Trace at, boolean many, Path serial, Path handle, Path pool, boolean live) {
  /** Whether it is started on the handle of the other, as stages of futures are. */
  boolean follows(Tag other) {
    return pool != null && pool == other.handle;
  }

  Tag times(boolean several) {
    return new Tag(at, several, serial, handle, pool, live);
  }

  Tag lives(boolean alive) {
    return new Tag(at, many, serial, handle, pool, alive);
  }
}
