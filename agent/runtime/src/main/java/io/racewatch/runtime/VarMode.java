package io.racewatch.runtime;

/** What an operation on a variable with its own synchronisation does; a set of bits. */
public final class VarMode {
  /** Reads with acquire or volatile semantics. */
  public static final int ACQUIRE = 1;

  /** Writes with release or volatile semantics. */
  public static final int RELEASE = 2;

  /** The write happens only if the operation returned true. */
  public static final int IF_DONE = 4;

  /** A plain read: an access that can race. */
  public static final int PLAIN_READ = 8;

  /** A plain write: an access that can race. */
  public static final int PLAIN_WRITE = 16;

  private VarMode() {}
}
