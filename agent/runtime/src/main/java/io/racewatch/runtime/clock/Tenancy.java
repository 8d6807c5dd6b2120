package io.racewatch.runtime.clock;

/**
 * The time that one thread uses one slot. Every record of an access of that time refers to it, so
 * it lives as long as any shadow state can still be compared with the thread's epochs.
 */
public final class Tenancy {
  public final ClockSlot slot;

  /** Number of the thread in this run; never reused. */
  public final int uid;

  /** Who the thread is, as its taker named it. */
  public final Object owner;

  /** The first epoch of this time. */
  public final int first;

  /**
   * Shared by the tenancies that followed one another because each knew the one before: when the
   * collector has taken it, no record holds an epoch of any of them, and the slot is free for any
   * thread without a false order.
   */
  private final Object line;

  Tenancy(ClockSlot slot, int uid, Object owner, Object line) {
    this.slot = slot;
    this.uid = uid;
    this.owner = owner;
    this.first = slot.clock;
    this.line = line;
  }

  /** For {@link SlotTable}: the line is only ever there to be collected. */
  Object line() {
    return line;
  }
}
