package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Held;
import io.racewatch.format.Entry.Moment;
import io.racewatch.format.Entry.Place;
import io.racewatch.format.Entry.Side;
import io.racewatch.runtime.log.Stacks;

/** Makes the sides of a race for the run file. */
final class Sides {
  static final Place[] NO_PLACES = {};

  private Sides() {}

  /**
   * The access that is being made now.
   *
   * @param stack its stack if it was taken before, else null
   */
  static Side now(
      ThreadState t,
      Access access,
      String operation,
      String member,
      String object,
      Throwable stack) {
    Moment at = new Moment(t.slot, t.clock, t.acquires);
    Throwable exact = stack == null ? new Throwable() : stack;
    return side(access, at, operation, member, object, exact, true);
  }

  /** An access made before, whose stack may not have been taken. */
  static Side of(Access access, String operation, String member, String object) {
    Moment at = new Moment((int) (access.epoch() >>> 32), (int) access.epoch(), access.acquires);
    Throwable stack = access.context.trace != null ? access.context.trace : Traces.near(access);
    return side(access, at, operation, member, object, stack, access.isExact());
  }

  /** An access made before, whose stack was taken. */
  static Side then(Access access, String operation, String member, String object, Throwable stack) {
    Moment at = new Moment((int) (access.epoch() >>> 32), (int) access.epoch(), access.acquires);
    return side(access, at, operation, member, object, stack, true);
  }

  private static Side side(
      Access access,
      Moment at,
      String operation,
      String member,
      String object,
      Throwable trace,
      boolean exact) {
    ThreadInfo info = (ThreadInfo) access.context.tenancy.owner;
    Threads.tell(info);
    Place site = Sites.place(access.context.site);
    Place[] stack = trace == null ? new Place[] {site} : Stacks.of(trace.getStackTrace());
    if (stack.length > 0 && isIn(site, stack[0])) {
      stack[0] = site; // what a loop did is checked behind it
    }
    return new Side(
        info.uid,
        info.name(),
        at,
        member,
        operation,
        Sites.mode(access.context.site),
        object,
        site,
        stack.length == 0 ? new Place[] {site} : stack,
        exact,
        submitted(access.context.task),
        held(access));
  }

  private static boolean isIn(Place site, Place frame) {
    return site.method().equals(frame.method()) && site.className().equals(frame.className());
  }

  static Place[] submitted(TaskOrigin task) {
    return task == null || task.trace == null ? NO_PLACES : Stacks.of(task.trace.getStackTrace());
  }

  /** The locks of an access, outermost first. */
  private static Held[] held(Access access) {
    Held[] all = new Held[access.locks.size()];
    int i = all.length;
    for (LockPath p = access.context.path; p != null && i > 0; p = p.outer) {
      all[--i] = held(access.locks.at(i), p.shared, p.site);
    }
    return all;
  }

  private static Held held(LockClock lock, boolean shared, int site) {
    return new Held(lock.number(site), shared ? "shared" : "exclusive", Sites.place(site));
  }

  /** The locks, outermost first. */
  static Held[] held(io.racewatch.runtime.Held top) {
    Held[] all = new Held[top == null ? 0 : top.depth];
    int i = all.length;
    for (io.racewatch.runtime.Held h = top; h != null; h = h.outer) {
      all[--i] = held(h.lock, h.shared, h.site);
    }
    return all;
  }

  /** Tells the run file of a thread before an entry names it. */
  static void tell(ThreadInfo info) {
    Throwable started = info.started;
    Recorder.append(
        new Entry.ThreadSeen(
            info.uid,
            info.name(),
            info.id,
            info.virtual,
            info.parent,
            started == null ? NO_PLACES : Stacks.of(started.getStackTrace())));
  }
}
