package io.racewatch.runtime;

/**
 * An access: its context and its time. One object stands for all equal accesses of a thread's
 * epoch. It is also the state of a variable that it alone was made to, of which there are most:
 * "written by this, never read", or "read by this, never written".
 */
final class Access extends SharedShadow {
  final Context context;

  /** Recorded acquires of the thread before the epoch's first access at this site. */
  final long acquires;

  /** The locks held. */
  final LockSet locks;

  /**
   * Place among the accesses that the thread noted, which tells what came first in one epoch; 0 if
   * it is not known.
   */
  int order;

  /** It stands for several accesses, of which the stack shows the first. */
  boolean several;

  /** Whether a variable stands in it. */
  private boolean used;

  /**
   * An access.
   *
   * @param epoch slot in the upper half, clock in the lower
   */
  Access(Context context, boolean writes, long epoch, long acquires, LockSet locks) {
    this.context = context;
    this.writeEpoch = writes ? epoch : 0;
    this.readEpoch = writes ? 0 : epoch;
    this.acquires = acquires;
    this.locks = locks;
  }

  /** Slot in the upper half, clock in the lower. */
  long epoch() {
    return writeEpoch | readEpoch; // one of them is 0
  }

  /** Whether an access made now at that site would be equal, but for the stack. */
  boolean isOf(ThreadState t, boolean writes, int site) {
    return (writes ? writeEpoch : readEpoch) == t.epoch
        && context.isOf(t, site)
        && locks == Held.setOf(t.held);
  }

  /** Whether the stack is that of the one access that this stands for. */
  boolean isExact() {
    return context.trace != null && !several;
  }

  /** The state of one more variable to which this access alone was made. */
  SharedShadow first() {
    if (context.atomic) {
      return new JointShadow(write(), read(), null, null);
    }
    if (used) {
      return again();
    }
    used = true;
    return this;
  }

  @Override
  int mark() {
    return order;
  }

  @Override
  Access write() {
    return writeEpoch != 0 ? this : null;
  }

  @Override
  Access read() {
    return readEpoch != 0 ? this : null;
  }

  @Override
  Access[] readers() {
    return null;
  }

  @Override
  boolean isForeignTo(ThreadState t) {
    return isForeign(epoch(), context, t);
  }
}
