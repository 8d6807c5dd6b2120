package io.racewatch.code.summary;

/**
 * Asks for a lock, or waits for another thread, possibly with locks held.
 *
 * @param wants the lock; or the object waited on
 * @param kind what for
 * @param held locks held surely
 * @param tag number of the thread that does it; -1 is the caller's own
 * @param mask threads of the summary that may run at that time
 * @param guess whether the way leads through a call that can reach several methods
 * @param trace the way there
 */
public record Ask(
    Locks.Use wants, Kind kind, Locks held, int tag, long mask, boolean guess, Trace trace) {
  Ask with(long otherMask) {
    return new Ask(wants, kind, held, tag, otherMask, guess, trace);
  }

  /** What is asked for. */
  public enum Kind {
    /** A lock, until it is there. */
    LOCK,
    /** A lock, only if it is free, or for some time. */
    TRY,
    /** The end of a thread or task. */
    JOIN,
    /** A signal. */
    WAIT,
    /** Gives a signal. */
    WAKE
  }
}
