package io.racewatch.trace.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Searches the orders of a slice for one after which all threads of the pattern stand before their
 * acquires. Events that hinder nothing are done at once; for acquires of contended locks and for
 * writes that others read all choices are tried, those of the trace's own order first. States seen
 * before are not entered again. Unless a budget ends it, the search is complete.
 */
final class ScheduleSearch {
  /** What a search can say. */
  enum Answer {
    FOUND,
    NONE,
    UNKNOWN
  }

  /** A point where several events were possible. */
  private static final class Choice {
    final int depth;
    final int[] threads;
    int next;

    Choice(int depth, int[] threads) {
      this.depth = depth;
      this.threads = threads;
    }
  }

  private static final int STATES = 1 << 20;

  private final Slice slice;
  private final SliceState state;
  private final Budget budget;
  private final StateSet seen = new StateSet(STATES);
  private final List<Choice> choices = new ArrayList<>();
  private int[] path = new int[64];
  private int[] before = new int[64];
  private int depth;

  ScheduleSearch(Slice slice, Budget budget) {
    this.slice = slice;
    this.state = new SliceState(slice);
    this.budget = budget;
  }

  Answer run() {
    while (true) {
      doHarmless();
      if (state.isDone()) {
        return Answer.FOUND;
      }
      if (budget.isSpent()) {
        return Answer.UNKNOWN;
      }
      int[] possible = state.isNewIn(seen) ? possible() : new int[0];
      if (possible.length > 0) {
        choices.add(new Choice(depth, possible));
      }
      if (!tryNext()) {
        return Answer.NONE;
      }
    }
  }

  private void doHarmless() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int t = 0; t < slice.threads.length; t++) {
        while (!state.isAtEnd(t) && state.isPossible(t) && state.isHarmless(t)) {
          step(t);
          moved = true;
        }
      }
    }
  }

  private void step(int t) {
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
      before = Arrays.copyOf(before, depth * 2);
    }
    budget.take(1);
    path[depth] = t;
    before[depth] = state.step(t);
    depth++;
  }

  /** Threads whose next event is possible: what must be done first, then the trace's order. */
  private int[] possible() {
    List<Integer> threads = new ArrayList<>();
    for (int t = 0; t < slice.threads.length; t++) {
      if (!state.isAtEnd(t) && state.isPossible(t)) {
        threads.add(t);
      }
    }
    threads.sort(
        (a, b) -> {
          boolean mustA = state.at[a] < slice.must[a];
          boolean mustB = state.at[b] < slice.must[b];
          return mustA != mustB
              ? Boolean.compare(mustB, mustA)
              : Integer.compare(slice.event[state.at[a]], slice.event[state.at[b]]);
        });
    return threads.stream().mapToInt(t -> t).toArray();
  }

  /** Goes back to the last point with an untried event and does that; false if there is none. */
  private boolean tryNext() {
    while (!choices.isEmpty()) {
      Choice c = choices.get(choices.size() - 1);
      while (depth > c.depth) {
        depth--;
        budget.take(1);
        state.undo(path[depth], before[depth]);
      }
      if (c.next < c.threads.length) {
        step(c.threads[c.next++]);
        return true;
      }
      choices.remove(choices.size() - 1);
    }
    return false;
  }

  /** The order that was found, as events of the trace, with all that could be left out. */
  int[] events() {
    History history = slice.history;
    int[] done = new int[slice.threads.length];
    int[] at = Arrays.copyOf(slice.start, slice.threads.length);
    int[] all = new int[Arrays.stream(slice.limits).sum()];
    int n = 0;
    for (int t = 0; t < done.length; t++) {
      n = idle(t, done, at[t], all, n, history);
    }
    for (int i = 0; i < depth; i++) {
      int t = path[i];
      int event = slice.event[at[t]];
      at[t]++;
      if (event != History.NONE) {
        all[n++] = event;
        done[t]++;
      }
      n = idle(t, done, at[t], all, n, history);
    }
    return Arrays.copyOf(all, n);
  }

  /** Adds the events of a thread up to its next one of the slice. */
  private int idle(int t, int[] done, int next, int[] all, int n, History history) {
    int thread = slice.threads[t];
    int to = slice.limits[thread];
    if (next < slice.start[t + 1]) {
      to = slice.event[next] == History.NONE ? 0 : history.position(slice.event[next]);
    }
    int count = n;
    while (done[t] < to) {
      all[count++] = history.event(thread, done[t]++);
    }
    return count;
  }
}
