package io.racewatch.code.summary;

import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Paths;

/**
 * Volatile fields, atomics, queues and other synchronisers, by name: those that a thread writes to
 * after an access, and those that it reads before it. Where a name is written by one side and read
 * by the other, the other side may have waited. Immutable.
 */
public final class Orders {
  /** None. */
  public static final Orders NONE = new Orders(Signalled.NONE, Signalled.NONE);

  private final Signalled after;
  private final Signalled before;

  /**
   * Such names.
   *
   * @param after written to later
   * @param before read earlier
   */
  Orders(Signalled after, Signalled before) {
    this.after = after;
    this.before = before;
  }

  Signalled after() {
    return after;
  }

  Signalled before() {
    return before;
  }

  boolean isEmpty() {
    return after.isEmpty() && before.isEmpty();
  }

  /** Whether something that this side signals is waited for by the other. */
  public boolean mayPrecede(Orders other) {
    return after.meets(other.before);
  }

  Orders and(Orders other) {
    if (isEmpty()) {
      return other;
    }
    Signalled later = after.and(other.after);
    Signalled earlier = before.and(other.before);
    return later == after && earlier == before ? this : new Orders(later, earlier);
  }

  /** The same as a caller sees it; what it does not know is left out. */
  Orders in(Paths.Substitution caller, OrderNames names) {
    Signalled later = after.in(caller, names);
    Signalled earlier = before.in(caller, names);
    return later == after && earlier == before ? this : new Orders(later, earlier);
  }

  /** The object if it can be told from others, else null. */
  static Path name(Path object) {
    return switch (object.kind()) {
      case FIELD, STATIC, MADE, PARAM, CONSTANT -> object;
      default -> null;
    };
  }
}
