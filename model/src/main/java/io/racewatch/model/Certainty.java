package io.racewatch.model;

/** How sure a finding is; ordered from the strongest to the weakest. */
public enum Certainty {
  /** No specified edge orders the two sides, or threads are really deadlocked. */
  CERTAIN("certain"),
  /** Strong evidence, no proof. */
  LIKELY("likely"),
  /** A discipline is broken; this run showed no harm. */
  POSSIBLE("possible");

  private final String id;

  Certainty(String id) {
    this.id = id;
  }

  /** The name used in reports and options, lower case. */
  public String id() {
    return id;
  }

  /**
   * Finds a value by its report name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Certainty of(String id) {
    for (Certainty value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("no certainty is called '" + id + "'");
  }
}
