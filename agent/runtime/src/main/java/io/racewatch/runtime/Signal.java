package io.racewatch.runtime;

/**
 * Who ended, or helped to end, waits for one object, and which locks each had to get before.
 *
 * <p>A latch needs each of those who count it down, a future the one that completes it: there one
 * signaller that is held up is enough ({@link #anyAgainst}). An element of a queue or a
 * notification may come from anyone: there all of them must be held up by the same lock ({@link
 * #allAgainst}).
 *
 * <p>Guarded by this object, which no program can lock.
 */
final class Signal {
  private static final int THREADS = 16;

  /** One thread that gave signals. */
  static final class By {
    final ThreadInfo thread;
    Needs needs;
    TaskOrigin task;

    /** Epoch of its last signal. */
    long at;

    By(ThreadInfo thread) {
      this.thread = thread;
    }

    private Need against(Held held) {
      Need need = needs.against(held.lock, held.shared);
      return need == null || need.first > at ? null : need;
    }
  }

  /** A need of a signaller. */
  record Blocker(By by, Need need) {}

  private final By[] each = new By[THREADS];
  private int signallers;

  /** There were more threads than are kept in mind. */
  private boolean many;

  /** The thread gives a signal; what it, or its task, asked for before belongs to it. */
  synchronized void by(ThreadState t) {
    By by = find(t.info);
    if (by == null) {
      if (signallers == THREADS) {
        many = true;
        return;
      }
      by = new By(t.info);
      each[signallers++] = by;
    }
    by.needs = t.needs();
    by.task = t.task;
    t.settle();
    by.at = t.epoch;
  }

  private By find(ThreadInfo thread) {
    for (int i = 0; i < signallers; i++) {
      if (each[i].thread == thread) {
        return each[i];
      }
    }
    return null;
  }

  /** A signaller, not the waiting thread itself, that has to get that lock; or null. */
  synchronized Blocker anyAgainst(Held held, ThreadInfo waiting) {
    for (int i = 0; i < signallers; i++) {
      Need need = each[i].thread == waiting ? null : each[i].against(held);
      if (need != null) {
        return new Blocker(each[i], need);
      }
    }
    return null;
  }

  /**
   * The first signaller, if every one has to get that lock; the waiting thread itself, which cannot
   * signal meanwhile, is none.
   */
  synchronized Blocker allAgainst(Held held, ThreadInfo waiting) {
    Blocker first = null;
    for (int i = 0; i < signallers; i++) {
      if (each[i].thread == waiting) {
        continue;
      }
      Need need = many ? null : each[i].against(held);
      if (need == null) {
        return null;
      }
      first = first == null ? new Blocker(each[i], need) : first;
    }
    return first;
  }

  /** The one thread that signalled, or null. */
  synchronized By only() {
    return signallers == 1 && !many ? each[0] : null;
  }
}
