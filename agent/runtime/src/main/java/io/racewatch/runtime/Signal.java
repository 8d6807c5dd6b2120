package io.racewatch.runtime;

import java.util.Arrays;

/**
 * Who ended, or helped to end, waits for one object, and which locks each had to get before.
 *
 * <p>A latch needs each of those who count it down, a future the one that completes it: there one
 * signaller that is held up is enough ({@link #each}). An element of a queue or a notification may
 * come from anyone: there all of them must be held up by the same lock ({@link #common}).
 *
 * <p>Guarded by this object, which no program can lock.
 */
final class Signal {
  private static final int THREADS = 16;

  /** Signals of which all are looked at; later ones ever more seldom. */
  private static final int FIRST = 16;

  private static final Need[] NONE = {};

  /** One thread that gave signals. */
  static final class By {
    final ThreadInfo thread;
    Needs needs;
    TaskOrigin task;

    /** Epoch of its last signal. */
    long at;

    /** What it asked for between its last two signals, or still held at the last. */
    Need[] recent = NONE;

    By(ThreadInfo thread) {
      this.thread = thread;
    }
  }

  /** A need of a signaller. */
  record Blocker(By by, Need need) {}

  private final By[] each = new By[THREADS];
  private int signallers;
  private long count;

  /** What every signal so far needed; null before the first. */
  private Blocker[] common;

  /** The thread gives a signal; everything that it asked for before belongs to it. */
  synchronized void once(ThreadState t) {
    By by = by(t);
    if (by != null) {
      by.needs = t.needs();
      by.task = t.task;
      t.settle();
      by.at = t.epoch;
    }
  }

  /**
   * The thread gives one signal of many.
   *
   * @param anyone whether a signal of any other thread would have done as well
   */
  synchronized void again(ThreadState t, boolean anyone) {
    if (common != null && common.length == 0) {
      return; // free of any lock once: who waits for it can be helped
    }
    long n = ++count;
    By by = by(t);
    if (by == null) {
      common = anyone ? new Blocker[0] : null; // too many threads to keep in mind
      return;
    }
    if (n <= FIRST || (n & n - 1) == 0 || by.at == 0) {
      by.recent = t.needs().since(by.at, held(t.held));
      if (anyone) {
        keep(by);
      }
    }
    by.needs = null;
    by.task = t.task;
    t.settle();
    by.at = t.epoch;
  }

  private static Need[] held(Held top) {
    Need[] all = NONE;
    for (Held h = top; h != null; h = h.outer) {
      if (h.need != null) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = h.need;
      }
    }
    return all;
  }

  private void keep(By by) {
    if (common == null) {
      common = new Blocker[by.recent.length];
      for (int i = 0; i < common.length; i++) {
        common[i] = new Blocker(by, by.recent[i]);
      }
      return;
    }
    int kept = 0;
    Blocker[] left = new Blocker[common.length];
    for (Blocker b : common) {
      if (find(by.recent, b.need.lock, b.need.shared) != null) {
        left[kept++] = b;
      }
    }
    common = Arrays.copyOf(left, kept);
  }

  private static Need find(Need[] all, LockClock lock, boolean shared) {
    for (Need n : all) {
      if (n.lock == lock && (!n.shared || shared)) {
        return n;
      }
    }
    return null;
  }

  private By by(ThreadState t) {
    for (int i = 0; i < signallers; i++) {
      if (each[i].thread == t.info) {
        return each[i];
      }
    }
    if (signallers == THREADS) {
      return null;
    }
    By by = new By(t.info);
    each[signallers++] = by;
    return by;
  }

  /** A signaller, not the waiting thread itself, that has to get that lock; or null. */
  synchronized Blocker anyAgainst(Held held, ThreadInfo waiting) {
    for (int i = 0; i < signallers; i++) {
      By by = each[i];
      Need n = by.needs != null ? by.needs.against(held.lock, held.shared) : recent(by, held);
      if (n != null && by.thread != waiting && n.first <= by.at) {
        return new Blocker(by, n);
      }
    }
    return null;
  }

  private static Need recent(By by, Held held) {
    for (Need n : by.recent) {
      if (n.lock == held.lock && !(n.shared && held.shared)) {
        return n;
      }
    }
    return null;
  }

  /** The need that every signal so far had for that lock; null if there is none. */
  synchronized Blocker allAgainst(Held held, ThreadInfo waiting) {
    if (common == null) {
      return null;
    }
    for (int i = 0; i < signallers; i++) {
      if (each[i].thread == waiting) {
        return null; // it may be its own signal
      }
    }
    for (Blocker b : common) {
      if (b.need.lock == held.lock && !(b.need.shared && held.shared)) {
        return b;
      }
    }
    return null;
  }

  /** The one thread that signalled, or null. */
  synchronized By only() {
    return signallers == 1 ? each[0] : null;
  }
}
