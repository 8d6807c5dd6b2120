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
  BLOCKED_UNDER_LOCK("blocked-under-lock"),
  /** A field is used without the lock that its annotation names. */
  GUARDED_BY("guarded-by"),
  /** An object is made on first use, behind a check that other threads may see pass too early. */
  DOUBLE_CHECKED_LOCKING("double-checked-locking"),
  /** An object in a static field is made on first use without any lock. */
  RACY_LAZY_INIT("racy-lazy-init"),
  /** A way out of a method keeps a lock. */
  LOCK_LEAK("lock-leak"),
  /** What is locked is not one object for all, or everybody's. */
  UNSTABLE_LOCK("unstable-lock"),
  /** The monitor of an object is used that has a locking of its own. */
  MONITOR_ON_LOCK("monitor-on-lock"),
  /** A step that others must not come between is made of two. */
  NON_ATOMIC_UPDATE("non-atomic-update"),
  /** A wait that nothing repeats. */
  WAIT_NOT_IN_LOOP("wait-not-in-loop"),
  /** A wait or notification without the monitor held. */
  WAIT_WITHOUT_LOCK("wait-without-lock"),
  /** A notification of nothing that changed. */
  NAKED_NOTIFY("naked-notify"),
  /** A thread sleeps while it holds a lock. */
  SLEEP_UNDER_LOCK("sleep-under-lock"),
  /** A thread is started on an object that is not made yet. */
  START_IN_CONSTRUCTOR("start-in-constructor"),
  /** A thread's work is called, not started. */
  THREAD_RUN_CALLED("thread-run-called"),
  /** A shared object is used whose class is for one thread at a time. */
  UNSAFE_SHARED_API("unsafe-shared-api"),
  /** A field of a servlet is changed by its requests. */
  MUTABLE_SERVLET_FIELD("mutable-servlet-field"),
  /** A loop waits for a plain field to change. */
  SPIN_ON_PLAIN_FIELD("spin-on-plain-field"),
  /** Elements are written through a volatile reference to an array. */
  VOLATILE_ARRAY("volatile-array"),
  /** A synchronized block with nothing in it. */
  EMPTY_SYNCHRONIZED("empty-synchronized");

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
