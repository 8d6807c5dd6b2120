package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Blocked;
import io.racewatch.format.Entry.Moment;
import io.racewatch.format.Entry.Place;
import io.racewatch.runtime.log.Stacks;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Threads of bounded pools. A task that waits for another task of its own pool keeps a thread from
 * it; when all threads wait so, none is left to run what they wait for.
 */
final class Pools {
  /** Pools with more threads than this are not likely to fill up. */
  private static final int LARGE = 1 << 16;

  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";
  private static final long TARGET = Internals.offset(Thread.class, "target");
  private static final long HOLDER = Internals.offset(Thread.class, "holder");
  private static final long TASK = holderTask();
  private static final long OUTER = workerOuter();

  private static final Object LOCK = new Object();
  private static final Map<Integer, Integer> SEEN = new HashMap<>();

  private Pools() {}

  private static long holderTask() {
    try {
      return Internals.offset(Class.forName("java.lang.Thread$FieldHolder", false, null), "task");
    } catch (ClassNotFoundException older) {
      return -1;
    }
  }

  private static long workerOuter() {
    try {
      return Internals.offset(Class.forName(WORKER, false, null), "this$0");
    } catch (ClassNotFoundException renamed) {
      return -1;
    }
  }

  /** The pool whose thread this is, or null. */
  static ThreadPoolExecutor of(Thread thread) {
    Object target = null;
    if (thread != null && TARGET >= 0) {
      target = Internals.U.getReference(thread, TARGET);
    } else if (thread != null && HOLDER >= 0 && TASK >= 0) {
      Object holder = Internals.U.getReference(thread, HOLDER);
      target = holder == null ? null : Internals.U.getReference(holder, TASK);
    }
    boolean worker = OUTER >= 0 && target != null && target.getClass().getName().equals(WORKER);
    Object pool = worker ? Internals.U.getReference(target, OUTER) : null;
    return pool instanceof ThreadPoolExecutor p ? p : null;
  }

  /** Whether tasks can be left waiting for a thread: not where each gets one of its own. */
  static boolean isBounded(ThreadPoolExecutor pool) {
    return pool.getMaximumPoolSize() < LARGE && !(pool.getQueue() instanceof SynchronousQueue);
  }

  /** A task has waited for a future. */
  static void waited(Object future, ThreadState t, int site) {
    if (t.task == null || t.info.virtual) {
      return;
    }
    Posts.Entry entry = Posts.find(future);
    Signal.By by = entry == null || entry.signal == null ? null : entry.signal.only();
    if (by == null || by.thread == t.info) {
      return;
    }
    t.inside++;
    try {
      ThreadPoolExecutor mine = of(t.info.thread());
      if (mine != null && mine == of(by.thread.thread()) && isBounded(mine)) {
        found(mine, future, by, t, site);
      }
    } finally {
      t.inside--;
    }
  }

  private static void found(
      ThreadPoolExecutor pool, Object future, Signal.By by, ThreadState t, int site) {
    int size = pool.getMaximumPoolSize();
    synchronized (LOCK) {
      int n = SEEN.getOrDefault(site, 0) + 1;
      SEEN.put(site, n);
      if (n != 1 && n != size) {
        return; // told; and told again when as many waited as the pool has threads
      }
    }
    Threads.tell(t.info);
    Threads.tell(by.thread);
    String threads = "one of " + size + " pool threads";
    Place[] stack = Stacks.of(new Throwable().getStackTrace());
    Blocked waiter =
        new Blocked(
            t.info.uid,
            t.info.name(),
            null,
            Sides.NO_PLACES,
            0,
            WaitText.ofWait(future, site),
            stack);
    Place[] submitted = Sides.submitted(by.task);
    Blocked other =
        new Blocked(
            by.thread.uid,
            by.thread.name(),
            null,
            Sides.NO_PLACES,
            0,
            threads,
            submitted.length == 0 ? stack : submitted);
    Moment began = new Moment(t.awaitsSlot, t.awaitsClock, t.awaitsAcquires);
    Moment done = new Moment((int) (by.at >>> 32), (int) by.at, 0);
    Recorder.append(
        new Entry.WaitUnder(WaitLog.nextId(), waiter, other, began, done, submitted, false));
  }
}
