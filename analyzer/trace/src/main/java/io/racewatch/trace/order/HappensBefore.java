package io.racewatch.trace.order;

import io.racewatch.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The happens-before races of a trace, one pass. Order is given by the threads themselves, from
 * each release of a lock to every later acquire of it, from a fork to the first event of its
 * thread, and from the last event of a thread to a join with it. Time O(events × components) at
 * worst and near O(events) mostly.
 */
public final class HappensBefore {
  private final Trace trace;
  private final SharedVariables shared;
  private final Clock[] clocks;
  private final Clock.Snapshot[] locks;
  private final Accesses accesses;
  private final List<VariableRace> races = new ArrayList<>();

  private HappensBefore(Trace trace) {
    this.trace = trace;
    shared = new SharedVariables(trace);
    clocks = new Clock[trace.threads().size()];
    locks = new Clock.Snapshot[trace.locks().size()];
    accesses = new Accesses(trace.variables().size(), shared.slots());
  }

  /** For each variable that races its first race, by the line of the second access. */
  public static List<VariableRace> races(Trace trace) {
    HappensBefore search = new HappensBefore(trace);
    for (int e = 0; e < trace.size(); e++) {
      search.event(e);
    }
    return search.races;
  }

  private void event(int e) {
    int t = trace.thread(e);
    int operand = trace.operand(e);
    switch (trace.op(e)) {
      case READ -> access(e, t, operand, false);
      case WRITE -> access(e, t, operand, true);
      case ACQUIRE -> clock(t).acquire(locks[operand]);
      case RELEASE -> release(t, operand);
      case FORK -> fork(t, operand);
      case JOIN -> join(t, operand);
      default -> {}
    }
    if (shared.lastMention(t) == e) {
      clocks[t] = null;
    }
    if (trace.op(e).isOnThread() && shared.lastMention(operand) == e) {
      clocks[operand] = null;
    }
  }

  private Clock clock(int thread) {
    Clock c = clocks[thread];
    if (c == null) {
      c = clocks[thread] = new Clock(shared.slot(thread), shared.slots());
    }
    return c;
  }

  private void access(int e, int t, int x, boolean writes) {
    if (shared.isShared(x)) {
      int first = accesses.access(x, writes, clock(t), e);
      if (first >= 0) {
        races.add(new VariableRace(x, first, e));
      }
    }
  }

  /** Mostly the releaser took the lock and so knows what was left there; else it is added. */
  private void release(int t, int lock) {
    Clock c = clock(t);
    locks[lock] = c.knowsAll(locks[lock]) ? c.release() : Clock.join(locks[lock], c.release());
  }

  private void fork(int t, int child) {
    if (child != t) {
      clock(child).acquire(clock(t).release());
    }
  }

  private void join(int t, int child) {
    if (child != t) {
      clock(t).acquire(clock(child).release());
    }
  }
}
