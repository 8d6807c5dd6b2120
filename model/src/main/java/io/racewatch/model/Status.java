package io.racewatch.model;

/** How a finding stands against suppressions and the baseline. */
public enum Status {
  /** Counts for the gate. */
  NEW("new"),
  /** Listed in the baseline. */
  KNOWN("known"),
  /** Matched by a suppression. */
  SUPPRESSED("suppressed");

  private final String id;

  Status(String id) {
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
  public static Status of(String id) {
    for (Status value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("no status is called '" + id + "'");
  }
}
