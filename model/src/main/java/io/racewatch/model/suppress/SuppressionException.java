package io.racewatch.model.suppress;

import java.util.List;

/** A suppression file with wrong lines. */
public final class SuppressionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes one from a line for each error. */
  SuppressionException(List<String> errors) {
    super(String.join("; ", errors), null, false, false);
  }
}
