package io.racewatch.model;

/** Whose code a finding is in. */
public enum Scope {
  /** The user's own code takes part. */
  OWN("own"),
  /** Only code of libraries takes part. */
  LIBRARY("library");

  private final String id;

  Scope(String id) {
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
  public static Scope of(String id) {
    for (Scope value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("no scope is called '" + id + "'");
  }
}
