package io.racewatch.code.facts;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Where control can go in one method, as numbers. Not thread-safe: it keeps what was asked. */
public final class Flow {
  private final int size;
  private final BitSet ends;
  private final BitSet quiet;
  private final int[] jumps;
  private final int[] ranges;
  private final boolean compares;
  private final Map<Integer, BitSet> reached = new HashMap<>();

  /**
   * The edges of a method.
   *
   * @param size number of instructions, labels included
   * @param ends instructions after which the next one does not run
   * @param quiet instructions that throw nothing
   * @param jumps pairs of from and to
   * @param ranges start, end (exclusive), handler, and 1 if that catches all, else 0; in order
   * @param compares whether a branch compares two numbers
   */
  Flow(int size, BitSet ends, BitSet quiet, int[] jumps, int[] ranges, boolean compares) {
    this.size = size;
    this.ends = ends;
    this.quiet = quiet;
    this.jumps = jumps;
    this.ranges = ranges;
    this.compares = compares;
  }

  boolean comparesNumbers() {
    return compares;
  }

  /** True if control can come back to the instruction. */
  public boolean inLoop(int at) {
    return after(at).get(at);
  }

  /** True if one can come after the other and the other after the one. */
  public boolean inOneLoop(int a, int b) {
    return after(a).get(b) && after(b).get(a);
  }

  /** The instructions that can run after this one, itself if it is in a loop. */
  public BitSet after(int at) {
    return reached.computeIfAbsent(at, k -> reach(k, new BitSet(), true));
  }

  /** The same, but no way leads through the barriers. */
  public BitSet after(int at, BitSet barriers) {
    return barriers.isEmpty() ? after(at) : reach(at, barriers, true);
  }

  /** Whether control comes back to the instruction past the barriers where nothing is thrown. */
  public boolean comesBack(int at, BitSet barriers) {
    return reach(at, barriers, false).get(at);
  }

  private BitSet reach(int from, BitSet barriers, boolean thrown) {
    BitSet seen = new BitSet(size);
    int[] open = new int[size + 1];
    int top = next(from, seen, open, 0, thrown);
    while (top > 0) {
      int at = open[--top];
      if (!barriers.get(at)) {
        top = next(at, seen, open, top, thrown);
      }
    }
    return seen;
  }

  private int next(int at, BitSet seen, int[] open, int count, boolean thrown) {
    int top = count;
    if (!ends.get(at) && at + 1 < size) {
      top = push(at + 1, seen, open, top);
    }
    for (int i = firstJump(at); i < jumps.length && jumps[i] == at; i += 2) {
      top = push(jumps[i + 1], seen, open, top);
    }
    return quiet.get(at) || !thrown ? top : thrown(at, seen, open, top);
  }

  /** To the handlers, up to one that catches all. */
  private int thrown(int at, BitSet seen, int[] open, int count) {
    int top = count;
    boolean caught = false;
    for (int i = 0; i < ranges.length && !caught; i += 4) {
      if (ranges[i] <= at && at < ranges[i + 1]) {
        top = push(ranges[i + 2], seen, open, top);
        caught = ranges[i + 3] == 1;
      }
    }
    return top;
  }

  /** Jumps are in the order of where they start. */
  private int firstJump(int at) {
    int low = 0;
    int high = jumps.length / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (jumps[2 * middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }

  private static int push(int at, BitSet seen, int[] open, int top) {
    if (seen.get(at)) {
      return top;
    }
    seen.set(at);
    open[top] = at;
    return top + 1;
  }
}
