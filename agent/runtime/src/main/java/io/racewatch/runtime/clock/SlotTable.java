package io.racewatch.runtime.clock;

import java.lang.ref.WeakReference;

/**
 * Hands out clock slots. A slot is given again when its last {@link Tenancy} has been collected:
 * then no thread lives that uses it, and no shadow state holds an epoch of it that a later clock
 * value could hide. The new tenant counts on from a clock that nobody has seen.
 *
 * <p>Thread-safe by a private monitor, under which no code of the program runs.
 */
public final class SlotTable {
  /** How many slots at least are new before old ones are looked at again. */
  private static final int SWEEP_EVERY = 64;

  private final int lastClock;
  private ClockSlot[] slots = new ClockSlot[64];
  private Ref[] tenants = new Ref[64];

  /**
   * First epoch of each slot's present tenant. Read by any thread: who knows an epoch of the tenant
   * has that from a release which came after the store, and so sees it.
   */
  private volatile int[] firsts = new int[64];

  private int used;
  private int[] free = new int[64];
  private int freeCount;
  private int untilSweep = SWEEP_EVERY;

  /**
   * @param lastClock the largest clock value to use, at least 2; a thread that reaches it moves to
   *     another slot
   */
  public SlotTable(int lastClock) {
    this.lastClock = lastClock;
  }

  /** The largest clock value. */
  public int lastClock() {
    return lastClock;
  }

  /** Takes a slot for a thread; its {@code clock} is the tenant's first epoch. */
  public synchronized Tenancy take(int uid, Object owner) {
    if (freeCount == 0 && --untilSweep <= 0) {
      sweep();
    }
    ClockSlot slot = freeCount > 0 ? slots[free[freeCount - 1]] : grow();
    Tenancy tenancy = new Tenancy(slot, uid, owner);
    tenants[slot.index] = new Ref(tenancy);
    slot.clock++;
    firsts[slot.index] = slot.clock;
    if (freeCount > 0) {
      freeCount--;
    }
    return tenancy;
  }

  /**
   * Whether an epoch is one of the thread that has the slot now. To know a later epoch of another
   * thread is not to know what this one's thread knew.
   */
  public boolean isOfTenant(int slot, int clock) {
    int[] all = firsts;
    return slot < all.length && clock >= all[slot];
  }

  /** How many slots were ever made. */
  public synchronized int size() {
    return used;
  }

  private ClockSlot grow() {
    if (used == slots.length) {
      // All or none, should the heap be full.
      ClockSlot[] more = java.util.Arrays.copyOf(slots, used * 2);
      tenants = java.util.Arrays.copyOf(tenants, used * 2);
      firsts = java.util.Arrays.copyOf(firsts, used * 2);
      slots = more;
    }
    ClockSlot slot = new ClockSlot(used);
    slots[used++] = slot;
    return slot;
  }

  private void sweep() {
    for (int i = 0; i < used; i++) {
      Ref ref = tenants[i];
      if (ref != null && ref.refersTo(null)) {
        tenants[i] = null;
        if (slots[i].clock < lastClock - 1) {
          release(i);
        }
      }
    }
    untilSweep = Math.max(SWEEP_EVERY, used / 2);
  }

  private void release(int index) {
    if (freeCount == free.length) {
      free = java.util.Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = index;
  }

  private static final class Ref extends WeakReference<Tenancy> {
    Ref(Tenancy tenancy) {
      super(tenancy);
    }
  }
}
