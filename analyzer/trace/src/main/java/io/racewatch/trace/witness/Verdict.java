package io.racewatch.trace.witness;

/** Whether a cycle of acquires can end in a deadlock. */
public enum Verdict {
  /** There is another order of the same events that does; it was replayed. */
  WITNESSED("witnessed"),
  /** No such order was found, and nothing shows that there is none. */
  POSSIBLE("possible"),
  /** There is none. */
  RULED_OUT("ruled-out");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /** The name used in output. */
  public String id() {
    return id;
  }
}
