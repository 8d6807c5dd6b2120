package io.racewatch.runtime.clock;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * Hands out clock slots. There are two ways to use a slot again:
 *
 * <ul>
 *   <li>It is <em>handed on</em> when its thread has ended and the taker knows the last access made
 *       under it. To know an epoch of the taker is then to know all accesses before it, so nothing
 *       false follows from later clock values. Short threads that meet at a lock, or that their
 *       starter joined, share a few slots in this way, however many they are.
 *   <li>It is <em>free</em> when the collector has taken the last {@link Tenancy} of its line: no
 *       thread lives that uses it, and no shadow state holds an epoch of it that a later clock
 *       value could hide.
 * </ul>
 *
 * In both the new tenant counts on from a clock that nobody has seen.
 *
 * <p>Thread-safe by a private monitor, under which no code of the program runs.
 */
public final class SlotTable {
  /** How many slots at least are new before old ones are looked at again. */
  private static final int SWEEP_EVERY = 64;

  /** Slots that are tried back along the way by which the taker's knowledge came. */
  private static final int BACK = 24;

  /** Slots that are tried in turn, wherever they stand. */
  private static final int TURNS = 8;

  /** Knows which threads have ended. */
  public interface Ends {
    /** Whether the thread of that name in {@link Tenancy#owner} has ended, and all it did. */
    boolean hasEnded(Object owner);
  }

  private final int lastClock;
  private final Ends ends;
  private ClockSlot[] slots = new ClockSlot[64];
  private Ref[] lines = new Ref[64];

  /**
   * First epoch of each slot's present tenant. Read by any thread: who knows an epoch of the tenant
   * has that from a release which came after the store, and so sees it.
   */
  private volatile int[] firsts = new int[64];

  private int used;
  private int[] free = new int[64];
  private int freeCount;
  private int untilSweep = SWEEP_EVERY;
  private int turn;

  /**
   * @param lastClock the largest clock value to use, at least 2; a thread that reaches it moves to
   *     another slot
   */
  public SlotTable(int lastClock, Ends ends) {
    this.lastClock = lastClock;
    this.ends = ends;
  }

  /** The largest clock value. */
  public int lastClock() {
    return lastClock;
  }

  /**
   * Takes a slot for a thread; its {@code clock} is the tenant's first epoch.
   *
   * @param known what the thread knows, and what it is about to learn beside
   * @param from the slot from which it learns or learned last, or -1
   * @param upTo the epoch of that slot that it is about to know
   */
  public synchronized Tenancy take(
      int uid, Object owner, VectorClock known, int[][] beside, int from, int upTo) {
    ClockSlot slot = handedOn(known, beside, from, upTo);
    Object line = slot == null ? null : lines[slot.index].get();
    boolean wasFree = false;
    if (slot == null) {
      if (freeCount == 0 && --untilSweep <= 0) {
        sweep();
      }
      wasFree = freeCount > 0;
      slot = wasFree ? slots[free[freeCount - 1]] : grow();
    }
    if (line == null) {
      line = new Object();
      lines[slot.index] = new Ref(line);
    }
    slot.clock++;
    firsts[slot.index] = slot.clock;
    Tenancy tenancy = new Tenancy(slot, uid, owner, line);
    slot.learnedFrom = from;
    slot.owner = owner;
    if (wasFree) {
      freeCount--;
    }
    return tenancy;
  }

  /** A slot whose thread has ended and of which all accesses are known, or null. */
  private ClockSlot handedOn(VectorClock known, int[][] beside, int from, int upTo) {
    if (from >= 0 && from < used && goesOn(slots[from]) && slots[from].lastAccess <= upTo) {
      return slots[from];
    }
    int at = from;
    for (int i = 0; i < BACK && at >= 0 && at < used; i++) {
      ClockSlot slot = slots[at];
      if (goesOn(slot, known, beside)) {
        return slot;
      }
      at = slot.learnedFrom;
    }
    for (int i = Math.min(TURNS, used); i > 0; i--) {
      turn = turn + 1 < used ? turn + 1 : 0;
      if (goesOn(slots[turn], known, beside)) {
        return slots[turn];
      }
    }
    return null;
  }

  private boolean goesOn(ClockSlot slot) {
    return slot.owner != null
        && ends.hasEnded(slot.owner) // before what the thread wrote is read
        && slot.clock < lastClock - 1;
  }

  private boolean goesOn(ClockSlot slot, VectorClock known, int[][] beside) {
    return goesOn(slot)
        && (known.get(slot.index) >= slot.lastAccess
            || VectorClock.get(beside, slot.index) >= slot.lastAccess);
  }

  /**
   * Whether an epoch is one of the thread that has the slot now. To know a later epoch of another
   * thread is not to know what this one's thread knew.
   */
  public boolean isOfTenant(int slot, int clock) {
    int[] all = firsts;
    return slot >= 0 && slot < all.length && clock >= all[slot];
  }

  /** How many slots were ever made. */
  public synchronized int size() {
    return used;
  }

  private ClockSlot grow() {
    if (used == slots.length) {
      // All or none, should the heap be full.
      ClockSlot[] more = Arrays.copyOf(slots, used * 2);
      lines = Arrays.copyOf(lines, used * 2);
      firsts = Arrays.copyOf(firsts, used * 2);
      slots = more;
    }
    ClockSlot slot = new ClockSlot(used);
    slots[used++] = slot;
    return slot;
  }

  private void sweep() {
    for (int i = 0; i < used; i++) {
      Ref ref = lines[i];
      if (ref != null && ref.refersTo(null)) {
        lines[i] = null;
        slots[i].owner = null;
        slots[i].lastAccess = 0;
        if (slots[i].clock < lastClock - 1) {
          release(i);
        }
      }
    }
    untilSweep = Math.max(SWEEP_EVERY, used / 2);
  }

  private void release(int index) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = index;
  }

  private static final class Ref extends WeakReference<Object> {
    Ref(Object line) {
      super(line);
    }
  }
}
