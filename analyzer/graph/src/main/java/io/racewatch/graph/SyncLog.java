package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The synchronisation of one run in bulk: 28 bytes an edge, edges grouped by the thread that
 * acquired and sorted by the number of the acquire. Immutable once built, so safe for any number of
 * readers.
 */
public final class SyncLog {
  /** The kind of edges from a write to a read of another thread that saw it. */
  public static final String DATA = "data";

  /** The kind of edges from an arrival to the end of a wait that cannot end without it. */
  public static final String AWAITED = "awaited";

  private static final String FUTURE = "future";
  private static final Set<String> NO_EXPLANATION = Set.of(DATA, AWAITED);

  final Segments segments;
  private final Longs from;
  private final Longs to;
  private final Ints number;
  private final Ints label;
  private final List<EdgeLabel> labels;
  private final int[] order;
  private final int[] start;
  private final boolean cut;

  private SyncLog(Builder b) {
    segments = new Segments(b.taken);
    from = b.from;
    to = b.to;
    number = b.number;
    label = b.label;
    labels = List.copyOf(b.labels.keySet());
    boolean missing = resolve(from) | resolve(to);
    cut = b.cut || missing;
    start = new int[segments.threads() + 1];
    order = group();
    sortByNumber();
  }

  /** Turns slot and clock into positions; an edge of an unknown slot becomes -1 and is skipped. */
  private boolean resolve(Longs ends) {
    boolean missing = false;
    for (int e = 0; e < ends.size(); e++) {
      long end = ends.get(e);
      long position = segments.position((int) (end >>> 32), (int) end);
      ends.set(e, position);
      missing |= position < 0;
    }
    return missing;
  }

  private int[] group() {
    int known = 0;
    for (int e = 0; e < to.size(); e++) {
      if (usable(e)) {
        start[segments.threadAt(to.get(e)) + 1]++;
        known++;
      }
    }
    for (int t = 0; t < segments.threads(); t++) {
      start[t + 1] += start[t];
    }
    int[] next = start.clone();
    int[] grouped = new int[known];
    for (int e = 0; e < to.size(); e++) {
      if (usable(e)) {
        grouped[next[segments.threadAt(to.get(e))]++] = e;
      }
    }
    return grouped;
  }

  private boolean usable(int edge) {
    return from.get(edge) >= 0 && to.get(edge) >= 0;
  }

  private void sortByNumber() {
    for (int t = 0; t < segments.threads(); t++) {
      boolean sorted = true;
      for (int i = start[t] + 1; i < start[t + 1] && sorted; i++) {
        sorted = number.get(order[i - 1]) <= number.get(order[i]);
      }
      if (!sorted) {
        long[] keys = new long[start[t + 1] - start[t]];
        for (int i = 0; i < keys.length; i++) {
          int edge = order[start[t] + i];
          keys[i] = (long) number.get(edge) << 32 | edge;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
          order[start[t] + i] = (int) keys[i];
        }
      }
    }
  }

  /** Whether edges are missing, so that the absence of a path proves nothing. */
  public boolean cut() {
    return cut;
  }

  /** How many edges can be used. */
  public int edges() {
    return order.length;
  }

  int threads() {
    return segments.threads();
  }

  /** Index of the first edge into the thread; one past the last is the first of the next thread. */
  int first(int thread) {
    return start[thread];
  }

  long fromPosition(int index) {
    return from.get(order[index]);
  }

  long toPosition(int index) {
    return to.get(order[index]);
  }

  int number(int index) {
    return number.get(order[index]);
  }

  int labelNumber(int index) {
    return label.get(order[index]);
  }

  EdgeLabel label(int index) {
    return labels.get(labelNumber(index));
  }

  /** Index after the last edge into the thread with at most that number. */
  int acquiresUpTo(int thread, long number) {
    int low = first(thread);
    int high = first(thread + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (number(middle) <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Index after the last edge into the thread up to that position. */
  int acquiresBefore(int thread, long position) {
    int low = first(thread);
    int high = first(thread + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (toPosition(middle) <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  Step step(int edge) {
    return new Step(
        segments.uid(segments.threadAt(fromPosition(edge))),
        segments.uid(segments.threadAt(toPosition(edge))),
        label(edge));
  }

  /** Which labels have one of these kinds, by label number; null for all. */
  boolean[] ofKinds(Set<String> kinds) {
    if (kinds == null) {
      return butData();
    }
    boolean[] chosen = new boolean[labels.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = kinds.contains(labels.get(i).kind());
    }
    return chosen;
  }

  /**
   * All labels but those of reads that saw another thread's write, which are ordered by something
   * else, too, and are no explanation; and those of arrivals, which happens-before knows otherwise.
   */
  private boolean[] butData() {
    if (labels.stream().noneMatch(l -> NO_EXPLANATION.contains(l.kind()))) {
      return null;
    }
    boolean[] chosen = new boolean[labels.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = !NO_EXPLANATION.contains(labels.get(i).kind());
    }
    return chosen;
  }

  /** All kinds that occur. */
  public Set<String> kinds() {
    Set<String> kinds = new HashSet<>();
    labels.forEach(l -> kinds.add(l.kind()));
    return kinds;
  }

  /** The number that the run gave the thread of a moment; 0 if unknown. */
  public int threadOf(Moment moment) {
    long position = segments.position(moment.slot(), moment.clock());
    return position < 0 ? 0 : segments.uid(segments.threadAt(position));
  }

  /** Whether the first of two moments of one thread is not after the second. */
  public boolean inOrder(Moment a, Moment b) {
    long first = segments.position(a.slot(), a.clock());
    long second = segments.position(b.slot(), b.clock());
    return first < second || first == second && a.acquires() <= b.acquires();
  }

  /** Collects edges in any order. Not thread-safe. */
  public static final class Builder {
    private final List<Segments.Taken> taken = new ArrayList<>();
    private final Longs from = new Longs();
    private final Longs to = new Longs();
    private final Ints number = new Ints();
    private final Ints label = new Ints();
    private final Map<EdgeLabel, Integer> labels = new LinkedHashMap<>();
    private final int limit;
    private List<EdgeLabel> numbered = List.of();
    private final Set<Long> contested = new HashSet<>();
    private boolean cut;

    /**
     * Starts an empty log.
     *
     * @param limit how many edges to keep at most; further ones are dropped and the log is cut
     */
    public Builder(int limit) {
      this.limit = limit;
    }

    /** From {@code fromClock} on the slot counts for {@code uid}; per thread in time order. */
    public void slotTaken(int uid, int slot, int fromClock) {
      taken.add(new Segments.Taken(uid, slot, fromClock));
    }

    /**
     * The release that ended {@code fromClock} of {@code fromSlot} came before the acquire whose
     * number is {@code to.acquires()}.
     */
    public void edge(int fromSlot, int fromClock, Moment to, EdgeLabel what) {
      if (from.size() >= limit) {
        cut = true;
        return;
      }
      from.add((long) fromSlot << 32 | fromClock);
      this.to.add((long) to.slot() << 32 | to.clock());
      number.add((int) Math.min(Integer.MAX_VALUE, to.acquires()));
      label.add(labels.computeIfAbsent(what, w -> labels.size()));
    }

    /** The result that this release completed could as well have been completed by another. */
    public void notAwaited(int slot, int clock) {
      contested.add((long) slot << 32 | clock);
    }

    private void contest() {
      for (int e = 0; !contested.isEmpty() && e < from.size(); e++) {
        EdgeLabel known = label(e);
        if (known.kind().equals(FUTURE) && contested.contains(from.get(e))) {
          EdgeLabel other = new EdgeLabel("other", known.what(), known.at());
          label.set(e, labels.computeIfAbsent(other, w -> labels.size()));
        }
      }
    }

    private EdgeLabel label(int edge) {
      if (numbered.size() < labels.size()) {
        numbered = new ArrayList<>(labels.keySet());
      }
      return numbered.get(label.get(edge));
    }

    /** Edges are missing from the record. */
    public void cut() {
      cut = true;
    }

    /** The log; the builder must not be used after. */
    public SyncLog build() {
      contest();
      return new SyncLog(this);
    }
  }
}
