package io.racewatch.code.flow;

/**
 * What an instruction does to a lock.
 *
 * @param kind which
 * @param lock the lock
 * @param monitor whether it is the monitor of an object
 * @param shared whether others may hold it at the same time
 */
public record LockOp(Kind kind, Value lock, boolean monitor, boolean shared) {
  /** Kinds of operations. */
  public enum Kind {
    ACQUIRE,
    /** Acquires if the result is true, or is not zero. */
    TRY,
    RELEASE
  }
}
