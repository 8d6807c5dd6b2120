package io.racewatch.code.summary;

import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import java.util.List;

/**
 * What a method does, with all that it calls, in the terms of its parameters. Immutable.
 *
 * @param of the method
 * @param touches accesses that a caller must know of
 * @param inner accesses to objects that no caller knows, beside threads that do the same
 * @param tags the threads it starts
 * @param asks locks and waits
 * @param pending calls on what only callers know
 * @param joins what it waits for the end of; an unknown path means all
 * @param orders the variables that order threads which it writes and reads
 * @param returns what it returns if that is always the same, else null
 * @param lossy whether something was left out because it was too much
 */
public record Summary(
    MethodBody of,
    List<Touch> touches,
    List<Touch> inner,
    List<Tag> tags,
    List<Ask> asks,
    List<Pending> pending,
    List<Path> joins,
    Orders orders,
    Path returns,
    boolean lossy) {
  public Summary {
    touches = List.copyOf(touches);
    inner = List.copyOf(inner);
    tags = List.copyOf(tags);
    asks = List.copyOf(asks);
    pending = List.copyOf(pending);
    joins = List.copyOf(joins);
  }

  /** Whether two accesses of this summary can happen at the same time. */
  public boolean parallel(Touch a, Touch b) {
    if (a.tag() < 0 && b.tag() < 0) {
      return false;
    }
    if (a.tag() == b.tag()) {
      Tag tag = tags.get(a.tag());
      return tag.many() && tag.serial() == null && !a.alone() && !b.alone();
    }
    boolean serial =
        a.tag() >= 0
            && b.tag() >= 0
            && tags.get(a.tag()).serial() != null
            && tags.get(a.tag()).serial() == tags.get(b.tag()).serial();
    return !serial && !chained(a.tag(), b.tag()) && (sees(a, b) || sees(b, a));
  }

  /** Whether one task is given to the future of the other, to run when that one is done. */
  private boolean chained(int a, int b) {
    return a >= 0
        && b >= 0
        && (tags.get(a).follows(tags.get(b)) || tags.get(b).follows(tags.get(a)));
  }

  private static boolean sees(Touch a, Touch b) {
    return b.tag() >= 0 && (a.mask() >> b.tag() & 1) != 0;
  }
}
