package io.racewatch.model;

/** What a run says of a static candidate. */
public enum Coverage {
  /** The run showed it. */
  CONFIRMED("confirmed"),
  /** Its code ran without showing it. */
  REACHED("reached"),
  /** Its code did not run. */
  NOT_REACHED("not-reached");

  private final String id;

  Coverage(String id) {
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
  public static Coverage of(String id) {
    for (Coverage value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("no coverage is called '" + id + "'");
  }
}
