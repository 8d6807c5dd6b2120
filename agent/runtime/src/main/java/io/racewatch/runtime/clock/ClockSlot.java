package io.racewatch.runtime.clock;

/**
 * One column of all vector clocks. Threads use a slot one after the other; the clock goes on
 * counting, so that an epoch (slot, clock) is one thread's for ever.
 */
public final class ClockSlot {
  /** Column in every vector clock, from 0. */
  public final int index;

  /** The current epoch of the tenant. Written by the tenant alone; after its end by the next. */
  public int clock;

  /**
   * The last epoch of which there is a record of an access, 0 if none. Whoever knows it knows all
   * accesses that were ever made under this slot. Written like {@link #clock}.
   */
  public int lastAccess;

  /** The slot from which the tenant learned last, or -1; a hint, written without care. */
  public int learnedFrom = -1;

  /** Who the present tenant is; null while the slot is free. Guarded by the table. */
  Object owner;

  ClockSlot(int index) {
    this.index = index;
  }
}
