package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Blocked;
import io.racewatch.format.Entry.Moment;
import io.racewatch.format.Entry.Place;
import io.racewatch.runtime.Signal.Blocker;
import io.racewatch.runtime.log.Stacks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Waits under a lock that the other side needs, for the run file. Each pair of places is written a
 * few times at most: the analysis may find that threads wait for one another in the right order at
 * the first.
 *
 * <p>Guarded by a private monitor, under which no code of the program runs. Called with {@code
 * inside} set, so the collections used here are not taken for the program's.
 */
final class WaitLog {
  private static final int TIMES = 3;
  private static final int LIMIT = 1024;
  private static final Object LOCK = new Object();
  private static final Map<Long, Integer> WRITTEN = new HashMap<>();
  private static final List<Kept> KEPT = new ArrayList<>();
  private static final Map<Integer, Boolean> TOLD = new HashMap<>();
  private static final Blocked NOBODY =
      new Blocked(0, "", null, Sides.NO_PLACES, 0, "", Sides.NO_PLACES);
  private static int lastId;

  private WaitLog() {}

  /** A wait of which it shows at the end only whether all signals need the lock. */
  private record Kept(
      int id,
      Signal signal,
      Held held,
      ThreadInfo thread,
      int site,
      String what,
      Place[] stack,
      Moment moment) {}

  /**
   * A signaller needs a lock that the waiting thread holds.
   *
   * @param every whether every signal seen needs it
   */
  static void found(Object what, Held held, Blocker other, boolean every, ThreadState t, int site) {
    if (!first(site, other.need().site)) {
      return;
    }
    t.inside++;
    try {
      write(kept(what, held, null, t, site), other, every);
    } finally {
      t.inside--;
    }
  }

  /** Keeps a wait until the end of the run. */
  static void keep(Object what, Signal signal, ThreadState t, int site) {
    if (!first(site, System.identityHashCode(signal))) {
      return;
    }
    t.inside++;
    try {
      Kept kept = kept(what, t.held, signal, t, site);
      synchronized (LOCK) {
        KEPT.add(kept);
      }
    } finally {
      t.inside--;
    }
  }

  private static Kept kept(Object what, Held held, Signal signal, ThreadState t, int site) {
    return new Kept(
        nextId(),
        signal,
        held,
        t.info,
        site,
        WaitText.ofWait(what, site),
        Stacks.of(new Throwable().getStackTrace()),
        new Moment(t.awaitsSlot, t.awaitsClock, t.awaitsAcquires));
  }

  static int nextId() {
    synchronized (LOCK) {
      return ++lastId;
    }
  }

  private static boolean first(int site, int other) {
    long key = (long) site << 32 | other & 0xffffffffL;
    synchronized (LOCK) {
      int n = WRITTEN.getOrDefault(key, 0) + 1;
      WRITTEN.put(key, n);
      return n <= TIMES && WRITTEN.size() <= LIMIT;
    }
  }

  /**
   * At the end, and now and then before: writes the kept waits that stand, and takes back those
   * that were written and stand no more, since someone came by without the lock.
   */
  static void flush() {
    List<Kept> all;
    synchronized (LOCK) {
      all = new ArrayList<>(KEPT);
    }
    for (Kept k : all) {
      Held held = k.held;
      Blocker other = k.signal.allAgainst(held, k.thread);
      while (other == null && held.outer != null) {
        held = held.outer;
        other = k.signal.allAgainst(held, k.thread);
      }
      tell(k, held, other);
    }
  }

  private static void tell(Kept k, Held held, Blocker other) {
    boolean change;
    synchronized (LOCK) {
      Boolean told = TOLD.get(k.id);
      change = told == null ? other != null : told != (other != null);
      TOLD.put(k.id, other != null);
    }
    if (change && other != null) {
      write(
          new Kept(k.id, k.signal, held, k.thread, k.site, k.what, k.stack, k.moment), other, true);
    } else if (change) {
      Recorder.append(new Entry.WaitUnder(k.id, NOBODY, NOBODY, null, null, Sides.NO_PLACES, true));
    }
  }

  private static void write(Kept k, Blocker other, boolean every) {
    ThreadInfo by = other.by().thread;
    Need need = other.need();
    Threads.tell(k.thread);
    Threads.tell(by);
    Place at = Sites.place(k.held.site);
    int lock = k.held.lock.number(k.held.site);
    Blocked waiter =
        new Blocked(
            k.thread.uid,
            k.thread.name(),
            new Entry.Held(lock, k.held.shared ? "shared" : "exclusive", at),
            Sides.NO_PLACES,
            0,
            k.what,
            k.stack);
    Place[] stack =
        need.trace == null
            ? new Place[] {Sites.place(need.site)}
            : Stacks.of(need.trace.getStackTrace());
    Blocked holdup = new Blocked(by.uid, by.name(), null, Sides.NO_PLACES, lock, "", stack);
    Recorder.append(
        new Entry.WaitUnder(
            k.id,
            waiter,
            holdup,
            k.moment,
            new Moment((int) (need.last >>> 32), (int) need.last, 0),
            Sides.submitted(other.by().task),
            every));
  }
}
