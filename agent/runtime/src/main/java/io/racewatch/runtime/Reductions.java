package io.racewatch.runtime;

/**
 * The ways in which checks are saved. Each can be switched off by a property of the JVM, {@code
 * racewatch.internal.NAME=off}, to measure what it saves and to prove that it changes no verdict.
 * Constants, so that the JIT leaves nothing of the question; those of the weaver are asked when a
 * class is woven.
 */
public final class Reductions {
  /** Elements in loops without synchronisation are checked by ranges. */
  public static final boolean RANGES = on("ranges");

  /** Arrays that never leave their method are not checked. */
  public static final boolean LOCAL_ARRAYS = on("localArrays");

  /** A check that another one in straight-line code covers is left out. */
  public static final boolean COVERED = on("covered");

  /** A method looks its thread's state up once. */
  public static final boolean THREAD_ONCE = on("threadOnce");

  /** Sixteen elements that are used together have one state. */
  static final boolean BLOCKS = on("blocks");

  /** A variable that came into its state alone has a state that is changed in place. */
  static final boolean OWN_STATES = on("ownStates");

  /** Variables that are used together go together from one state to the next. */
  static final boolean TRANSITIONS = on("transitions");

  /** What was released by somebody who is known already is not joined. */
  static final boolean JOINS = on("joins");

  private Reductions() {}

  private static boolean on(String name) {
    return !"off".equals(System.getProperty("racewatch.internal.".concat(name)));
  }
}
