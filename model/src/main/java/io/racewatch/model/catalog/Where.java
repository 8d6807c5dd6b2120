package io.racewatch.model.catalog;

/** Where a row is observed. */
public enum Where {
  /** In the method's own body, where all callers meet; only classes of the JDK. */
  BODY,
  /** At the places that call it, in woven code. */
  CALL
}
