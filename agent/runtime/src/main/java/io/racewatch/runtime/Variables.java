package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;

/**
 * Clocks of variables with their own synchronisation: volatile fields, and what VarHandles,
 * updaters and Unsafe reach. The clock of a field of a woven class stands beside the field, so that
 * all ways to the variable meet in it.
 */
final class Variables {
  private Variables() {}

  /**
   * A volatile field is read (after) or written (before).
   *
   * @param o the object, or the class of a static field
   */
  static void field(ShadowPlace place, Object o, boolean writes, ThreadState t, int site) {
    SyncClock clock;
    if (place.offset >= 0 && place.isVolatile) {
      clock = beside(o, place.offset, writes);
    } else {
      // Also where a fence stands beside a plain access: handles know the field by its offset, too.
      clock = SideVars.at(o, place.field, writes);
    }
    if (clock == null) {
      return; // never written: nothing to learn
    }
    if (writes) {
      clock.release(t);
    } else {
      clock.acquire(t, site, place.member);
      if (clock.wasOverwritten()) {
        clock.acquireOverwritten(t, site); // it is not known which write was read
      }
    }
  }

  /** The clock that stands at (base, offset); null if there is none and none is to be made. */
  static SyncClock beside(Object base, long offset, boolean make) {
    // Acquire: pairs with the release of the compare-and-set that put the clock there.
    Object there = Internals.U.getReferenceAcquire(base, offset);
    if (there != null || !make) {
      return (SyncClock) there;
    }
    SyncClock clock = new SyncClock((byte) EdgeKind.VOLATILE);
    if (Internals.U.compareAndSetReference(base, offset, null, clock)) {
      return clock;
    }
    return (SyncClock) Internals.U.getReferenceAcquire(base, offset);
  }

  /**
   * Before an operation with these {@link VarMode} bits; releases unless the outcome decides. One
   * that also acquires does so first: its own release then says all that the variable said before,
   * and the clock stays the snapshot of one thread, however many have passed.
   */
  static void before(SyncClock clock, int mode, ThreadState t, int site) {
    if ((mode & VarMode.RELEASE) == 0) {
      return;
    }
    if ((mode & VarMode.ACQUIRE) != 0) {
      clock.acquire(t, site, null);
    }
    if ((mode & VarMode.IF_DONE) != 0) {
      PendingRelease.begin(clock, t);
    } else {
      clock.release(t);
    }
  }

  /**
   * After it: releases if it was done and that decides, and acquires.
   *
   * @return the access that {@link PendingRelease#access} was to be, or null
   */
  static Access after(SyncClock clock, boolean done, int mode, ThreadState t, int site) {
    Access access = null;
    if ((mode & VarMode.IF_DONE) != 0 && (mode & VarMode.RELEASE) != 0) {
      access = PendingRelease.end(clock, done, t);
    }
    if ((mode & VarMode.ACQUIRE) != 0) {
      clock.acquire(t, site, null);
      if (clock.wasOverwrittenFor(t)) {
        clock.acquireOverwritten(t, site);
      }
    }
    return access;
  }

  /**
   * The variable was written in a mode that releases nothing: an acquire that sees this write
   * learns nothing from those before (VarHandle's javadoc: only matching releases).
   *
   * @param fence what the write releases all the same, or null
   * @param updates whether it was one step with a read: then what was released before holds
   */
  static void stored(SyncClock clock, Fence fence, boolean updates) {
    if (!updates) {
      clock.overwrite(fence);
    } else if (fence != null) {
      clock.add(fence);
    }
  }
}
