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

  ClockSlot(int index) {
    this.index = index;
  }
}
