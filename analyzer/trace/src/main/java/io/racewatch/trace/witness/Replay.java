package io.racewatch.trace.witness;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs a schedule and says whether it is one that the threads of the trace can take and whether it
 * ends in a deadlock. It trusts nothing but the trace and {@link History}: each thread does its own
 * events in its own order, after its fork; a lock is free when it is taken; a joined thread is at
 * its end; every read sees the write that it saw; and at the end each thread of the cycle wants a
 * lock that the next one holds.
 */
final class Replay {
  private final History history;
  private final Trace trace;
  private final int[] at;
  private final Map<Integer, Integer> owners = new HashMap<>();
  private final Map<Integer, Integer> lastWrites = new HashMap<>();

  private Replay(History history) {
    this.history = history;
    this.trace = history.trace;
    at = new int[history.threads()];
    for (int lock = 0; lock < trace.locks().size(); lock++) {
      int given = history.givenBack(lock);
      if (given != History.NONE) {
        owners.put(lock, trace.thread(given));
      }
    }
  }

  static boolean confirms(History history, Schedule schedule) {
    Replay replay = new Replay(history);
    for (int event : schedule.events()) {
      if (!replay.step(event)) {
        return false;
      }
    }
    return replay.isDeadlock(schedule.acquires());
  }

  private boolean step(int e) {
    int t = trace.thread(e);
    if (at[t] != history.position(e) || at[t] == 0 && !isStarted(t) || !can(e, t)) {
      return false;
    }
    at[t]++;
    return true;
  }

  private boolean isStarted(int thread) {
    int fork = history.forkOf(thread);
    return fork == History.NONE || isDone(fork);
  }

  private boolean isDone(int event) {
    return at[trace.thread(event)] > history.position(event);
  }

  private boolean can(int e, int t) {
    int operand = trace.operand(e);
    switch (trace.op(e)) {
      case READ:
        return lastWrites.getOrDefault(operand, History.NONE) == history.writer(e);
      case WRITE:
        lastWrites.put(operand, e);
        return true;
      case ACQUIRE:
        return !history.isOutermost(e) || owners.putIfAbsent(operand, t) == null;
      case RELEASE:
        boolean gives = history.isOutermost(e) || e == history.givenBack(operand);
        return !gives || owners.remove(operand, t);
      case JOIN:
        return history.lastJoined(e) == History.NONE || isDone(history.lastJoined(e));
      default:
        return true;
    }
  }

  private boolean isDeadlock(int[] acquires) {
    for (int i = 0; i < acquires.length; i++) {
      int e = acquires[i];
      int next = trace.thread(acquires[(i + 1) % acquires.length]);
      boolean waits =
          trace.op(e) == Op.ACQUIRE
              && at[trace.thread(e)] == history.position(e)
              && next != trace.thread(e)
              && Integer.valueOf(next).equals(owners.get(trace.operand(e)));
      if (!waits) {
        return false;
      }
    }
    return acquires.length > 1;
  }
}
