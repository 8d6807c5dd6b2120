package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;
import io.racewatch.runtime.clock.VectorClock;
import jdk.internal.vm.annotation.DontInline;

/**
 * What a thread did since it took the outermost of the locks that it holds: its <em>tail</em>. Used
 * by its thread alone.
 *
 * <p>The search for a deadlock's schedule lets the locks of the tail be taken without those who had
 * them before. So an order that only these locks gave must not stand for one by other means: what
 * the thread learns in its tail through anything but a lock, and what it reads of others' data, is
 * recorded even when a lock had brought the news already. While no lock has brought any, there is
 * nothing to do.
 */
final class Tail {
  private int slot;
  private int clock;
  private long acquires;
  private boolean unsure = true;

  /** Changes with each tail; wraps round. */
  private int number;

  /**
   * What was known when the tail began, and what was recorded since; meant once a lock tells more.
   */
  private VectorClock before;

  private boolean told;

  /** The thread, which holds no lock or comes out of a wait, is about to take one. */
  void begin(ThreadState t) {
    slot = t.slot;
    clock = t.clock;
    acquires = t.acquires;
    unsure = Settings.locksOnly; // there only locks are known, and orders may be missing
    told = false;
    if (t.info.virtual) {
      before = null; // they come in masses
    }
    number++;
  }

  /** Tells this tail from others of the thread. */
  int number() {
    return number;
  }

  /** Something in the tail cannot be told by locks and edges. */
  void unsure() {
    unsure = true;
  }

  /** A lock is about to tell the thread something. */
  void lockTells(ThreadState t) {
    if (told) {
      return;
    }
    if (before == null) {
      before = new VectorClock();
    }
    before.set(t.vector);
    told = true;
  }

  /** Whether a lock has told something. */
  boolean isTold() {
    return told;
  }

  /**
   * The thread, in a tail that a lock has told something, learns of an epoch that it knows. A slot
   * used again stands for the accesses of the thread that had it, but not for its releases.
   */
  @DontInline
  void learns(ThreadState t, int fromSlot, int fromClock, int kind, Object what, int site) {
    boolean old =
        before.get(fromSlot) >= fromClock
            && (kind == EdgeKind.DATA || Threads.SLOTS.isOfTenant(fromSlot, fromClock));
    if (t.held != null && !old) {
      before.raise(fromSlot, fromClock);
      t.alsoBy(fromSlot, fromClock, kind, what, site);
    }
  }

  /** It reads what was written in that epoch, 0 for nothing. */
  @DontInline
  void reads(ThreadState t, long written, int site) {
    if (t.held == null || written == 0) {
      return;
    }
    if (t.knows(written)) {
      learns(t, (int) (written >>> 32), (int) written, EdgeKind.DATA, null, site);
    } else {
      unsure = true;
    }
  }

  /**
   * Has the run file know of a request at the end of this tail. A thread that had no slot when the
   * tail began had done nothing before.
   */
  void tell(ThreadState t, int request) {
    if (!unsure && t.optimistic == null && t.slot >= 0) {
      if (slot < 0) {
        slot = t.slot;
        clock = t.tenancy.first;
        acquires = t.acquiresAtStart();
      }
      Recorder.append(
          new Entry.AcquireAt(
              request,
              new Entry.Moment(slot, clock, acquires),
              new Entry.Moment(t.slot, t.clock, t.acquires)));
    }
  }
}
