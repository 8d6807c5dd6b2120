package io.racewatch.format;

/** What kind of synchronisation gave an edge. The numbers stand in files: append only, below 16. */
public final class EdgeKind {
  public static final int START = 0;
  public static final int JOIN = 1;
  public static final int MONITOR = 2;
  public static final int LOCK = 3;
  public static final int VOLATILE = 4;
  public static final int TASK = 5;
  public static final int FUTURE = 6;
  public static final int ELEMENT = 7;
  public static final int LATCH = 8;
  public static final int BARRIER = 9;
  public static final int CLASS_INIT = 10;
  public static final int INTERRUPT = 11;
  public static final int OTHER = 12;

  /** From a write to a read of another thread that saw it, both in order. */
  public static final int DATA = 13;

  /**
   * Between an arrival and the end of a wait that cannot end without it, whatever the schedule: of
   * latches, barriers and queues, by counting. Not every happens-before order is one, and none of
   * these is needed as one.
   */
  public static final int AWAITED = 14;

  private static final String[] NAMES = {
    "start",
    "join",
    "monitor",
    "lock",
    "volatile",
    "task",
    "future",
    "element",
    "latch",
    "barrier",
    "class-init",
    "interrupt",
    "other",
    "data",
    "awaited"
  };

  private EdgeKind() {}

  /** How many kinds there are; they are numbered from 0. */
  public static int count() {
    return NAMES.length;
  }

  /** The name in {@link Entry.Edge#kind}; {@code other} for a number that is no kind. */
  public static String name(int kind) {
    return kind >= 0 && kind < NAMES.length ? NAMES[kind] : NAMES[OTHER];
  }

  /** The kind of that name; {@link #OTHER} for a name that is none. */
  public static int of(String name) {
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].equals(name)) {
        return i;
      }
    }
    return OTHER;
  }
}
