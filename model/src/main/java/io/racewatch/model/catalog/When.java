package io.racewatch.model.catalog;

/** At which moment of the call a row takes effect. Exits are normal returns unless said. */
public enum When {
  ENTRY,
  EXIT,
  /** On return of {@code true}. */
  EXIT_IF_TRUE,
  /** On return of {@code false}. */
  EXIT_IF_FALSE,
  /** On return of a reference that is not null. */
  EXIT_IF_NON_NULL,
  /** On return of an int or long other than 0, such as a stamp. */
  EXIT_IF_NON_ZERO,
  /** On any normal return, if argument 1, a boolean, was true; only at calls. */
  EXIT_IF_ASKED,
  /** On return of an int below 0; only in bodies. */
  EXIT_IF_NEGATIVE,
  /** On return of an int or long that is 0; only in bodies. */
  EXIT_IF_ZERO,
  /**
   * Before and after, the latter also when it throws; where the mode has {@link Mode#IF_DONE}, it
   * was done if the method returned {@code true}.
   */
  AROUND,
  /** Before and after; it was done if the result is the expected value (compareAndExchange). */
  AROUND_IF_WITNESS;

  boolean looksAtResult() {
    return this != ENTRY && this != EXIT && this != EXIT_IF_ASKED && this != AROUND;
  }

  /** Whether a method that returns this type can be observed so; {@code null} is any type. */
  boolean fits(String returnType) {
    if (returnType == null) {
      return true;
    }
    char first = returnType.charAt(0);
    return switch (this) {
      case EXIT_IF_TRUE, EXIT_IF_FALSE -> first == 'Z';
      case EXIT_IF_NON_NULL -> first == 'L' || first == '[';
      case EXIT_IF_NEGATIVE -> first == 'I';
      case EXIT_IF_NON_ZERO, EXIT_IF_ZERO -> first == 'I' || first == 'J';
      default -> true;
    };
  }
}
