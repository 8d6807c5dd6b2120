package io.racewatch.runtime.clock;

/**
 * The time that one thread uses one slot. Every record of an access of that time refers to it, so
 * it lives as long as any shadow state can still be compared with the thread's epochs: when the
 * collector has taken it, the slot is free for another thread without any false order.
 */
public final class Tenancy {
  public final ClockSlot slot;

  /** Number of the thread in this run; never reused. */
  public final int uid;

  /** Who the thread is, as its taker named it. */
  public final Object owner;

  Tenancy(ClockSlot slot, int uid, Object owner) {
    this.slot = slot;
    this.uid = uid;
    this.owner = owner;
  }
}
