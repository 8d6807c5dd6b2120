package io.racewatch.model;

/** The rules; the identifiers are stable for ever. */
public enum Rule {
  /** Two conflicting accesses to one field or array element, not ordered by happens-before. */
  DATA_RACE("data-race"),
  /** Two conflicting calls, not ordered, on an object that is not thread-safe. */
  API_RACE("api-race"),
  /** A shared field written with no lock in common with its other accesses. */
  UNGUARDED_WRITE("unguarded-write"),
  /** Threads blocked on each other. */
  DEADLOCK("deadlock"),
  /** Locks taken in orders that can deadlock. */
  LOCK_ORDER_CYCLE("lock-order-cycle"),
  /** A wait while holding a lock that the other side needs. */
  BLOCKED_UNDER_LOCK("blocked-under-lock");

  private final String id;

  Rule(String id) {
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
  public static Rule of(String id) {
    for (Rule value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("no rule is called '" + id + "'");
  }
}
