package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a moment knows of each thread: the latest release of it that a chain of edges carries to the
 * moment.
 *
 * <p>A search backwards from the moment. It keeps one best-known position a thread instead of a
 * mark a node: a thread that is known up to a position knows every acquire before it, so each edge
 * is looked at once at most. Time O(edges), memory O(threads + improvements).
 */
final class Knowledge {
  private static final long NOTHING = -1;

  private final SyncLog log;
  private final boolean[] chosen;
  private final long[] best;
  private final int[] latest;
  private final int[] done;
  private final Ints via = new Ints();
  private final Ints parent = new Ints();

  /**
   * Searches.
   *
   * @param chosen which labels count, by number; null for all
   */
  Knowledge(SyncLog log, int thread, Moment moment, boolean[] chosen) {
    this.log = log;
    this.chosen = chosen;
    best = new long[log.threads()];
    latest = new int[log.threads()];
    done = new int[log.threads()];
    Arrays.fill(best, NOTHING);
    Arrays.fill(latest, -1);
    for (int t = 0; t < done.length; t++) {
      done[t] = log.first(t);
    }
    // The thread knows all of its own past; no edge can add to it.
    best[thread] = Long.MAX_VALUE;
    relax(thread, log.acquiresUpTo(thread, moment.acquires()), -1);
    for (int i = 0; i < via.size(); i++) {
      long position = log.fromPosition(via.get(i));
      int other = log.segments.threadAt(position);
      relax(other, log.acquiresBefore(other, position), i);
    }
  }

  /** Looks at the edges into the thread below the index that were not looked at yet. */
  private void relax(int thread, int end, int reason) {
    int from = done[thread];
    if (end <= from) {
      return;
    }
    done[thread] = end;
    // Late edges first: they mostly know what earlier ones know, which saves improvements.
    for (int i = end - 1; i >= from; i--) {
      if (chosen == null || chosen[log.labelNumber(i)]) {
        long position = log.fromPosition(i);
        int source = log.segments.threadAt(position);
        if (position > best[source]) {
          best[source] = position;
          latest[source] = via.size();
          via.add(i);
          parent.add(reason);
        }
      }
    }
  }

  /** Whether everything that the thread did up to the end of this epoch is known. */
  boolean knows(int thread, long position) {
    return best[thread] >= position;
  }

  /** The latest known release of the thread, or -1. */
  long best(int thread) {
    return best[thread];
  }

  /** The edges that carried the latest known release of the thread here, in time order. */
  List<Integer> chain(int thread) {
    List<Integer> chain = new ArrayList<>();
    for (int i = latest[thread]; i >= 0; i = parent.get(i)) {
      chain.add(via.get(i));
    }
    return chain;
  }

  /**
   * All edges on chains from the thread to the moment that this search took.
   *
   * @param limit how many at most; the latest known release comes first
   */
  List<Integer> region(int thread, int limit) {
    boolean[] seen = new boolean[via.size()];
    List<Integer> edges = new ArrayList<>();
    for (int i = latest[thread]; i >= 0 && edges.size() < limit; i--) {
      if (log.segments.threadAt(log.fromPosition(via.get(i))) == thread) {
        for (int j = i; j >= 0 && !seen[j]; j = parent.get(j)) {
          seen[j] = true;
          edges.add(via.get(j));
        }
      }
    }
    return edges;
  }
}
