package io.racewatch.trace;

/** What an event does. */
public enum Op {
  /** Reads a variable. */
  READ("r"),
  /** Writes a variable. */
  WRITE("w"),
  /** Takes a lock, or takes it once more. */
  ACQUIRE("acq"),
  /** Gives a lock back, or one of several times. */
  RELEASE("rel"),
  /** Starts a thread. */
  FORK("fork"),
  /** Has seen the end of a thread. */
  JOIN("join"),
  /** Marks the begin of a method or transaction; means nothing here. */
  BEGIN("begin"),
  /** Marks its end; means nothing here. */
  END("end"),
  /** Means nothing. */
  DUMMY("dummy");

  private static final Op[] ALL = values();

  private final String word;

  Op(String word) {
    this.word = word;
  }

  /** The word for it in an STD trace. */
  public String word() {
    return word;
  }

  /** Whether it accesses a variable. */
  public boolean isAccess() {
    return this == READ || this == WRITE;
  }

  /** Whether its operand is a lock. */
  public boolean isOnLock() {
    return this == ACQUIRE || this == RELEASE;
  }

  /** Whether its operand is a thread. */
  public boolean isOnThread() {
    return this == FORK || this == JOIN;
  }

  /** Whether it orders and changes nothing; it has no operand then. */
  public boolean isIdle() {
    return ordinal() >= BEGIN.ordinal();
  }

  static Op of(int number) {
    return ALL[number];
  }
}
