package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The part of a run that must have happened before some threads can stand before their requests for
 * locks, each holding its other locks already.
 *
 * <p>It holds what these threads did up to their requests and, backwards over all edges, whatever
 * that comes after, with two exceptions for the locks that such a thread took since its
 * <em>base</em>: the one who had it before need not have had it, if that was only after its own
 * request, or if it has no other part in this. All other events keep the order that they had in the
 * run, and so does who held which lock when; thus the cut can be run (sync-preserving reorderings,
 * Tunç et al., PLDI 2023). Time O(edges).
 */
final class Cut {
  private static final long NOTHING = -1;

  private final SyncLog log;
  private final boolean[] locks;
  private final List<Turn> turns;
  private final long[] limit;
  private final long[] end;
  private final int[] done;
  private final List<Integer> open = new ArrayList<>();

  /** Edges of locks from threads that may have no part. */
  private final List<Integer> optional = new ArrayList<>();

  private int blockedBy = -1;

  Cut(SyncLog log, Set<String> lockKinds, List<Turn> turns) {
    this.log = log;
    this.locks = log.ofKinds(lockKinds);
    this.turns = turns;
    limit = new long[log.threads()];
    end = new long[log.threads()];
    done = new int[log.threads()];
    Arrays.fill(limit, Long.MAX_VALUE);
    Arrays.fill(end, NOTHING);
    for (int t = 0; t < done.length; t++) {
      done[t] = log.first(t);
    }
    for (Turn turn : turns) {
      limit[threadOf(turn)] = position(turn.at());
    }
    for (Turn turn : turns) {
      take(threadOf(turn), log.acquiresUpTo(threadOf(turn), turn.at().acquires()));
    }
    close();
  }

  private int threadOf(Turn turn) {
    return log.segments.threadAt(position(turn.at()));
  }

  private long position(Moment m) {
    return log.segments.position(m.slot(), m.clock());
  }

  private void close() {
    boolean grown = true;
    while (grown && blockedBy < 0) {
      for (int i = 0; i < open.size() && blockedBy < 0; i++) {
        include(open.get(i));
      }
      open.clear();
      for (int i = 0; i < optional.size() && blockedBy < 0; i++) {
        int source = log.segments.threadAt(log.fromPosition(optional.get(i)));
        if (end[source] != NOTHING) {
          include(optional.get(i));
        }
      }
      grown = !open.isEmpty();
    }
  }

  /** All that the source of the edge did up to its release is in the cut. */
  private void include(int edge) {
    long position = log.fromPosition(edge);
    int source = log.segments.threadAt(position);
    if (position >= limit[source]) {
      blockedBy = edge;
    } else if (position > end[source] && limit[source] == Long.MAX_VALUE) {
      end[source] = position;
      take(source, log.acquiresBefore(source, position));
    }
  }

  private void take(int thread, int to) {
    for (int i = done[thread]; i < to; i++) {
      if (isFree(i, thread)) {
        optional.add(i);
      } else if (!isLeftOut(i, thread)) {
        open.add(i);
      }
    }
    done[thread] = Math.max(done[thread], to);
  }

  private boolean isOfTail(int edge, int thread) {
    if (!locks[log.labelNumber(edge)]) {
      return false;
    }
    for (Turn turn : turns) {
      if (threadOf(turn) == thread) {
        return log.number(edge) > turn.base().acquires();
      }
    }
    return false;
  }

  /** The former holder is one of the threads and took the lock after its own request. */
  private boolean isLeftOut(int edge, int thread) {
    long position = log.fromPosition(edge);
    return position >= limit[log.segments.threadAt(position)] && isOfTail(edge, thread);
  }

  /** The former holder is none of the threads. */
  private boolean isFree(int edge, int thread) {
    int source = log.segments.threadAt(log.fromPosition(edge));
    return limit[source] == Long.MAX_VALUE && isOfTail(edge, thread);
  }

  /** Whether all requests lie outside, so that the threads can stand before them. */
  boolean isPossible() {
    return blockedBy < 0;
  }

  /** The edge that would put one request before another, or -1. */
  int blockedBy() {
    return blockedBy;
  }

  /** The end of the thread's part: the position of its last release in it, or -1 for no part. */
  long end(int thread) {
    return limit[thread] == Long.MAX_VALUE ? end[thread] : limit[thread] - 1;
  }

  /**
   * Looks at every edge of the run once more, the other way round: whoever acquires inside the cut
   * acquires what was released inside it, but for the exceptions.
   */
  boolean isConsistent() {
    for (int t = 0; t < log.threads(); t++) {
      for (int i = log.first(t); i < log.first(t + 1); i++) {
        int source = log.segments.threadAt(log.fromPosition(i));
        boolean inside = isInside(t, i);
        boolean whole = source == t || log.fromPosition(i) <= end(source);
        boolean absent =
            isOfTail(i, t) && (end(source) == NOTHING || limit[source] != Long.MAX_VALUE);
        if (inside && !whole && !absent) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isInside(int thread, int edge) {
    for (Turn turn : turns) {
      if (threadOf(turn) == thread) {
        return log.number(edge) <= turn.at().acquires();
      }
    }
    return log.toPosition(edge) <= end[thread];
  }
}
