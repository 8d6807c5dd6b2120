package io.racewatch.model;

/** Which half of racewatch saw a finding. */
public enum Evidence {
  /** The run. */
  DYNAMIC("dynamic"),
  /** The bytecode. */
  STATIC("static"),
  /** Both, in agreement. */
  BOTH("both");

  private final String id;

  Evidence(String id) {
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
  public static Evidence of(String id) {
    for (Evidence value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("no evidence is called '" + id + "'");
  }
}
