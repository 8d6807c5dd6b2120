package io.racewatch.trace.witness;

/**
 * What can be said of a cycle.
 *
 * @param verdict whether it can deadlock
 * @param reason what rules it out, or stands in the way of a witness; null if nothing does
 * @param events an acquire of each thread, in the order of the cycle
 * @param schedule the witness; null without
 */
public record Judgement(Verdict verdict, Reason reason, int[] events, Schedule schedule) {
  /** What keeps the threads of a cycle apart. */
  public enum Reason {
    /** One thread makes two of the acquires. */
    SAME_THREAD("same-thread"),
    /** Locks that are held around them. */
    GATE("gate"),
    /** A fork or a join. */
    ORDER("order"),
    /** What one of them read. */
    DATA("data"),
    /** The search was ended by its budget. */
    BUDGET("budget");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    /** The name used in output. */
    public String id() {
      return id;
    }
  }
}
