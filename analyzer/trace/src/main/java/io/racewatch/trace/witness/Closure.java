package io.racewatch.trace.witness;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The events that every reordering must contain in which the threads of a pattern stand before
 * certain acquires. It only grows: for later acquires of the same threads it contains no less, so
 * the search for acquires that fit goes forward only and takes time linear in the trace.
 *
 * <p>Rules: what comes before in the thread; the fork of the thread; all events of a thread that
 * was joined; the write that a read saw; and of two critical sections over one lock the end of the
 * one that cannot be the last. Which one that is, is known where a thread of the pattern holds the
 * lock at the end, and for {@link Respect#ACQUIRES} always: the earlier one.
 */
final class Closure {
  private final History history;
  private final Respect respect;
  private final Pattern pattern;
  private final int[] need;
  private final int[] done;
  private final Map<Integer, Integer> latest = new HashMap<>();
  private final Map<Integer, Integer> holder = new HashMap<>();
  private final ArrayDeque<Integer> open = new ArrayDeque<>();
  private final Budget budget;
  private boolean impossible;

  Closure(History history, Respect respect, Pattern pattern, Budget budget) {
    this.history = history;
    this.respect = respect;
    this.pattern = pattern;
    this.budget = budget;
    need = new int[history.threads()];
    done = new int[history.threads()];
    for (int i = 0; i < pattern.size(); i++) {
      for (int lock : pattern.get(i).held()) {
        holder.put(lock, pattern.get(i).thread());
      }
    }
  }

  /**
   * Goes forward to the first acquires, at or after the given ones, before which all threads of the
   * pattern can stand by these rules.
   *
   * @param chosen an index into the events of each acquire of the pattern; changed
   * @return false if there are none
   */
  boolean settle(int[] chosen) {
    boolean moved = true;
    while (moved && !impossible) {
      for (int i = 0; i < chosen.length; i++) {
        include(pattern.get(i).thread(), history.position(event(i, chosen[i])));
      }
      close();
      moved = false;
      for (int i = 0; i < chosen.length; i++) {
        while (done[pattern.get(i).thread()] > history.position(event(i, chosen[i]))) {
          moved = true;
          if (++chosen[i] == pattern.get(i).events().length) {
            return false;
          }
        }
      }
    }
    return !impossible;
  }

  private int event(int i, int index) {
    return pattern.get(i).events()[index];
  }

  /** How many events of the thread are in it. */
  int size(int thread) {
    return done[thread];
  }

  /** How many events of each thread are in it. */
  int[] sizes() {
    return done.clone();
  }

  private void include(int thread, int count) {
    if (count > need[thread]) {
      need[thread] = count;
      open.add(thread);
    }
  }

  private void includeEvent(int event) {
    include(history.trace.thread(event), history.position(event) + 1);
  }

  private void close() {
    while (!open.isEmpty() && !impossible) {
      int t = open.poll();
      if (done[t] == 0 && need[t] > 0 && history.forkOf(t) != History.NONE) {
        includeEvent(history.forkOf(t));
      }
      int to = need[t];
      if (!budget.take(to - done[t])) {
        impossible = true;
        return;
      }
      for (int at = done[t]; at < to && !impossible; at++) {
        see(history.event(t, at));
      }
      done[t] = Math.max(done[t], to);
    }
  }

  private void see(int e) {
    switch (history.trace.op(e)) {
      case READ -> {
        if (history.writer(e) != History.NONE && respect.binds(history, e)) {
          includeEvent(history.writer(e));
        }
      }
      case ACQUIRE -> {
        if (respect.locks && history.isOutermost(e)) {
          acquire(e);
        }
      }
      case JOIN -> {
        if (history.lastJoined(e) != History.NONE) {
          includeEvent(history.lastJoined(e));
        }
      }
      default -> {}
    }
  }

  private void acquire(int e) {
    int lock = history.trace.operand(e);
    if (history.givenBack(lock) != History.NONE) {
      includeEvent(history.givenBack(lock));
    }
    Integer holds = holder.get(lock);
    if (holds != null && holds != history.trace.thread(e)) {
      includeRelease(e);
    }
    if (respect.acquires) {
      Integer other = latest.get(lock);
      if (other == null || other < e) {
        latest.put(lock, e);
      }
      if (other != null) {
        includeRelease(Math.min(other, e));
      }
    }
  }

  private void includeRelease(int acquire) {
    if (history.matching(acquire) == History.NONE) {
      impossible = true;
    } else {
      includeEvent(history.matching(acquire));
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(done);
  }
}
