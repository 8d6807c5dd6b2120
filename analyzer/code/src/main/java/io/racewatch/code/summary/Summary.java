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
    boolean same = a.tag() == b.tag() && (a.alone() || b.alone());
    return !same && parallel(a.tag(), a.mask(), b.tag(), b.mask());
  }

  /** Whether two requests of this summary can happen at the same time. */
  public boolean parallel(Ask a, Ask b) {
    return parallel(a.tag(), a.mask(), b.tag(), b.mask());
  }

  private boolean parallel(int a, long maskA, int b, long maskB) {
    if (a < 0 && b < 0) {
      return false;
    }
    if (a == b) {
      return tags.get(a).many() && tags.get(a).serial() == null;
    }
    boolean serial =
        a >= 0
            && b >= 0
            && tags.get(a).serial() != null
            && tags.get(a).serial() == tags.get(b).serial();
    return !serial && !chained(a, b) && (sees(maskA, b) || sees(maskB, a));
  }

  /** Whether one task runs when the other is done, with what stages there are between them. */
  private boolean chained(int a, int b) {
    return a >= 0 && b >= 0 && (stageOf(a, b) || stageOf(b, a));
  }

  private boolean stageOf(int later, int first) {
    int at = later;
    // Each step goes to an earlier stage; the bound is for handles that a loop makes again.
    for (int steps = 0; at >= 0 && steps < tags.size(); steps++) {
      if (tags.get(at).follows(tags.get(first))) {
        return true;
      }
      at = before(at);
    }
    return false;
  }

  private int before(int stage) {
    for (int i = 0; i < tags.size(); i++) {
      if (i != stage && tags.get(stage).follows(tags.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean sees(long mask, int tag) {
    return tag >= 0 && (mask >> tag & 1) != 0;
  }
}
