package io.racewatch.trace.witness;

import java.util.ArrayDeque;

/**
 * How far each thread can usefully run in a reordering: beyond what it must, until it holds no
 * lock, with all that this needs; threads of the pattern up to their acquire. Cutting a reordering
 * down to this leaves one, so a search need not look further.
 */
final class Extent {
  private final History history;
  private final Respect respect;
  private final int[] limit;
  private final int[] must;
  private final int[] held;
  private final int[] most;
  private final int[] wanted;
  private final ArrayDeque<Integer> open = new ArrayDeque<>();
  private long size;

  /**
   * Computes it.
   *
   * @param must how many events of each thread are in every such reordering
   * @param acquires the acquires before which the threads of the pattern stand
   */
  Extent(History history, Respect respect, int[] must, int[] acquires) {
    this.history = history;
    this.respect = respect;
    this.must = must;
    limit = new int[must.length];
    held = new int[must.length];
    most = new int[must.length];
    wanted = new int[must.length];
    for (int t = 0; t < must.length; t++) {
      most[t] = history.length(t);
    }
    for (int e : acquires) {
      most[history.trace.thread(e)] = history.position(e);
    }
  }

  /** How many events of each thread; null if more than so many in all. */
  int[] limits(long largest) {
    for (int t = 0; t < must.length; t++) {
      if (must[t] > 0) {
        extend(t, must[t]);
      }
    }
    while (!open.isEmpty() && size <= largest) {
      run(open.poll());
    }
    return size > largest ? null : limit;
  }

  private void extend(int thread, int count) {
    int to = Math.min(count, most[thread]);
    if (to > limit[thread] && wanted[thread] < to) {
      wanted[thread] = to;
      open.add(thread);
    }
  }

  private void run(int t) {
    int to = wanted[t];
    if (limit[t] == 0 && to > 0 && history.forkOf(t) != History.NONE) {
      extendTo(history.forkOf(t));
    }
    while (limit[t] < to || held[t] > 0 && limit[t] < most[t]) {
      see(history.event(t, limit[t]++), t);
      size++;
    }
  }

  private void extendTo(int event) {
    extend(history.trace.thread(event), history.position(event) + 1);
  }

  private void see(int e, int t) {
    switch (history.trace.op(e)) {
      case READ -> {
        if (history.writer(e) != History.NONE && respect.binds(history, e)) {
          extendTo(history.writer(e));
        }
      }
      case ACQUIRE -> {
        held[t] += history.isOutermost(e) ? 1 : 0;
        int given = history.givenBack(history.trace.operand(e));
        if (given != History.NONE) {
          extendTo(given);
        }
      }
      case RELEASE -> held[t] -= history.isOutermost(e) ? 1 : 0;
      case JOIN -> {
        if (history.lastJoined(e) != History.NONE) {
          extendTo(history.lastJoined(e));
        }
      }
      default -> {}
    }
  }
}
