package io.racewatch.runtime;

import java.util.Arrays;

/**
 * A thread or task that was started by a thread with locks in hand, or within another scope. If the
 * starter waits for its end and has kept a lock all the while, every request made in here was made
 * under that lock, too: it keeps this thread apart from others as if this thread held it.
 *
 * <p>Filled by the thread that is in it; read by the starter after it waited for the end, which
 * makes it visible.
 */
final class Scope {
  /** Different requests of one scope; of more nothing is said. */
  private static final int LIMIT = 64;

  private static final LockClock[] NONE = {};
  private static final LockOrderLog.Record[] EMPTY = {};

  private final ThreadState starter;
  private final LockClock[] locks;
  private final boolean[] shared;
  private final int[] since;

  private LockOrderLog.Record[] records = EMPTY;
  private int[] counts = {};
  private int used;

  /** The thread or task made its own result complete; a cancelled task may run on. */
  private volatile boolean completed;

  /** Waited for by the starter. Used by that alone. */
  private boolean over;

  private Scope(ThreadState starter) {
    this.starter = starter;
    int n = starter.held == null ? 0 : starter.held.depth;
    locks = n == 0 ? NONE : new LockClock[n];
    shared = new boolean[n];
    since = new int[n];
    int i = 0;
    for (Held h = starter.held; h != null && i < n; h = h.outer) {
      locks[i] = h.lock;
      shared[i] = h.shared;
      since[i++] = h.since;
    }
  }

  /** The scope of what the thread starts now; null if it holds nothing and is in none. */
  static Scope startedBy(ThreadState t) {
    if (t.bare != null) {
      t.bare.settle(t);
    }
    return t.held == null && t.scope() == null ? null : new Scope(t);
  }

  /** A request was made in here. */
  void note(LockOrderLog.Record r) {
    add(r, 1);
  }

  private void add(LockOrderLog.Record r, int times) {
    for (int i = 0; i < used; i++) {
      if (records[i] == r) {
        counts[i] += times;
        return;
      }
    }
    if (used == LIMIT) {
      return;
    }
    if (used == records.length) {
      int more = Math.max(4, 2 * used);
      records = Arrays.copyOf(records, more);
      counts = Arrays.copyOf(counts, more);
    }
    records[used] = r;
    counts[used++] = times;
  }

  /** The thread or task is at its end, by itself. */
  void complete() {
    completed = true;
  }

  /** A thread has waited for the end of this. */
  void awaited(ThreadState t) {
    if (t != starter || over || !completed) {
      return;
    }
    over = true;
    for (Held h = t.held; h != null; h = h.outer) {
      for (int i = 0; i < locks.length; i++) {
        if (locks[i] == h.lock && since[i] == h.since) {
          cover(i, t.info.uid);
        }
      }
    }
    Scope outer = t.scope();
    for (int i = 0; outer != null && i < used; i++) {
      outer.add(records[i], counts[i]);
    }
  }

  private void cover(int lock, int holder) {
    for (int i = 0; i < used; i++) {
      records[i].cover(locks[lock], shared[lock], holder, counts[i]);
    }
  }
}
