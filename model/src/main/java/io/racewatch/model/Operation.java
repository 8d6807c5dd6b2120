package io.racewatch.model;

/** What an access does. */
public enum Operation {
  /** Reads a field or an element. */
  READ("read"),
  /** Writes a field or an element. */
  WRITE("write"),
  /** Calls a method of a library object. */
  CALL("call");

  private final String id;

  Operation(String id) {
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
  public static Operation of(String id) {
    for (Operation value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("no operation is called '" + id + "'");
  }
}
