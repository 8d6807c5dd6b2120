package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Blocked;
import io.racewatch.format.Entry.Place;
import io.racewatch.runtime.DeadlockFinder.Waiting;
import io.racewatch.runtime.log.Stacks;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;

/** Writes a deadlock to the run file: each thread, what it holds, what it waits for. */
final class DeadlockReport {
  private static int lastId;

  private DeadlockReport() {}

  /** From the watchdog alone. */
  static void write(List<Waiting> cycle) {
    Blocked[] blocked = new Blocked[cycle.size()];
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < blocked.length; i++) {
      Waiting before = cycle.get((i + blocked.length - 1) % blocked.length);
      blocked[i] = blocked(cycle.get(i), before.lock());
      names.append(i == 0 ? "" : ", ").append(label(cycle.get(i).thread().info));
    }
    Recorder.append(new Entry.Deadlock(++lastId, blocked));
    Recorder.flush();
    Findings.add(
        blocked.length == 1
            ? "deadlock: " + names + " waits for itself"
            : "deadlock: " + names + " wait for each other");
    Findings.print();
  }

  /** Virtual threads mostly have no name. */
  private static String label(ThreadInfo thread) {
    String name = thread.name();
    return name.isEmpty() ? "virtual thread " + thread.id : name;
  }

  /** One thread; {@code held} is what the one before it waits for, null if that is no lock. */
  private static Blocked blocked(Waiting waiting, LockClock held) {
    ThreadState t = waiting.thread();
    Threads.tell(t.info);
    Held hold = held == null ? null : Held.find(t.heldNow(), held);
    int site = hold != null ? hold.site : held == null ? 0 : elsewhere(t, held);
    Place at = Sites.place(site);
    Thread thread = t.info.thread();
    StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    int lock = held == null ? 0 : held.number(site);
    return new Blocked(
        t.info.uid,
        t.info.name(),
        new Entry.Held(lock, hold != null && hold.shared ? "shared" : "exclusive", at),
        site == 0 ? Sides.NO_PLACES : new Place[] {at},
        waiting.lock() == null ? 0 : waiting.lock().number(wantsSite(t)),
        waiting.lock() == null ? event(waiting.event(), t.wantsSite) : "",
        Stacks.of(stack));
  }

  /** Where a thread took what is not in its list: an initialisation, or its only lock. */
  private static int elsewhere(ThreadState t, LockClock held) {
    for (InitLocks.Open o = t.inits; o != null; o = o.outer) {
      if (o.lock.clock() == held) {
        return o.site;
      }
    }
    return t.bare == null ? 0 : t.bare.site;
  }

  private static int wantsSite(ThreadState t) {
    if (t.wants() != null || t.bare == null) {
      return t.wantsSite;
    }
    return t.bare.wants == null ? 0 : t.bare.wantsSite;
  }

  private static String event(Object event, int site) {
    if (event instanceof Thread thread) {
      return "end of thread " + thread.getName();
    }
    if (event == null) {
      return "a signal";
    }
    String text = WaitText.of(event, site);
    Object pool = Tasks.pool(Futures.taskOf(event));
    return pool instanceof ThreadPoolExecutor p
        ? text + " in a pool of " + p.getMaximumPoolSize() + " threads"
        : text;
  }
}
