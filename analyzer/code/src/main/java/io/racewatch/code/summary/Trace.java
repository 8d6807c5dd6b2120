package io.racewatch.code.summary;

import io.racewatch.code.facts.MethodBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A way from a method down to a place. Immutable; longer ways share their ends.
 *
 * @param in the method
 * @param line the line in it, 0 if unknown
 * @param inner the way on from the method that is called there; null at the place itself
 * @param depth number of steps
 */
public record Trace(MethodBody in, int line, Trace inner, int depth) {
  /** The longest way that is kept. */
  public static final int DEEPEST = 40;

  /** The place itself. */
  public static Trace at(MethodBody in, int line) {
    return new Trace(in, line, null, 1);
  }

  /** The same place, seen from a caller. */
  public Trace from(MethodBody caller, int atLine) {
    return new Trace(caller, atLine, this, depth + 1);
  }

  /** This way, and from its end on another one. */
  public Trace then(Trace more) {
    return new Trace(in, line, inner == null ? more : inner.then(more), depth + more.depth);
  }

  /** The place where the way ends. */
  public Trace last() {
    Trace at = this;
    while (at.inner != null) {
      at = at.inner;
    }
    return at;
  }

  /** The steps, the innermost first. */
  public List<Trace> innermostFirst() {
    List<Trace> steps = new ArrayList<>(depth);
    for (Trace at = this; at != null; at = at.inner) {
      steps.add(at);
    }
    Collections.reverse(steps);
    return steps;
  }
}
