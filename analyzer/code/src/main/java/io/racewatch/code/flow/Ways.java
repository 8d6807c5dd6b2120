package io.racewatch.code.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Which instructions can come after which. */
public final class Ways {
  private Ways() {}

  /**
   * Instructions that can come after one, exceptions left out.
   *
   * @param stop the way ends at these; they are in the result
   */
  public static BitSet after(Flow flow, int from, IntPredicate stop) {
    BitSet seen = new BitSet();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      int at = open.poll();
      for (int to : flow.next(at)) {
        if (!seen.get(to)) {
          seen.set(to);
          if (!stop.test(to)) {
            open.add(to);
          }
        }
      }
    }
    return seen;
  }

  /** Instructions that can come after one, exceptions left out. */
  public static BitSet after(Flow flow, int from) {
    return after(flow, from, at -> false);
  }

  /** Whether every way from the beginning to one instruction passes another. */
  public static boolean dominates(Flow flow, int first, int then) {
    return first == 0 || first == then || !after(flow, 0, at -> at == first).get(then);
  }
}
