package io.racewatch.runtime;

/**
 * The elements that one instruction in a loop without synchronisation has accessed and that are not
 * checked yet: neighbours in one array, in rising or falling order. Lives in a local of woven code;
 * the JIT keeps its fields in registers, for it is handed to nobody.
 *
 * <p>The first element is checked at once, so that a loop that never ends is seen; the rest when
 * the loop is left or goes on elsewhere. All of it belongs to one epoch: should something have
 * synchronised after all (a class loader that a cast calls), the rest is left out, which may lose a
 * race but invents none.
 */
public final class Range {
  /** For a full heap: holds nothing and is never written, so that threads can share it. */
  private static final Range NONE = new Range();

  private Object array;
  private int from;
  private int to;
  private int site;
  private boolean writes;
  private long epoch;

  Range() {}

  /**
   * A range without elements. Never throws: where the heap is full it is one that lets each element
   * be checked at once.
   */
  public static Range make() {
    try {
      return new Range();
    } catch (OutOfMemoryError full) {
      Faults.cut++;
      return NONE;
    }
  }

  /** An element was read by the instruction that the range belongs to. */
  public static void read(Object array, int index, Range r, ThreadState t, int site) {
    if (array == r.array && index == r.to) {
      r.to = index + 1;
    } else {
      access(array, index, false, r, t, site);
    }
  }

  /** An element was written by the instruction that the range belongs to. */
  public static void write(Object array, int index, Range r, ThreadState t, int site) {
    if (array == r.array && index == r.to) {
      r.to = index + 1;
    } else {
      access(array, index, true, r, t, site);
    }
  }

  private static void access(
      Object array, int index, boolean writes, Range r, ThreadState t, int site) {
    if (r == NONE) {
      element(array, index, writes, t, site);
      return;
    }
    Object before = r.array;
    int from = r.from;
    int to = r.to;
    if (array == before) {
      if (index == from - 1) {
        r.from = index;
        return;
      }
      if (index >= from && index < to) {
        return;
      }
    }
    boolean due = before != null && to - from > 1 && r.epoch == t.epoch;
    r.array = array;
    r.from = index;
    r.to = index + 1;
    r.site = site;
    r.writes = writes;
    // The range itself is passed to nobody: then the JIT would no longer keep it in registers.
    if (due) {
      SlowPath.range(before, from, to, writes, t, site);
    }
    element(array, index, writes, t, site);
    r.epoch = t.epoch; // a thread gets its first epoch by its first access
  }

  private static void element(Object array, int index, boolean writes, ThreadState t, int site) {
    if (writes) {
      Hooks.writeElement(array, index, t, site);
    } else {
      Hooks.readElement(array, index, t, site);
    }
  }

  /** The loop is left: what was not checked is checked. */
  public static void end(Range r, ThreadState t) {
    Object array = r.array;
    if (array != null) {
      r.array = null;
      if (r.to - r.from > 1 && r.epoch == t.epoch) {
        SlowPath.range(array, r.from, r.to, r.writes, t, r.site);
      }
    }
  }
}
