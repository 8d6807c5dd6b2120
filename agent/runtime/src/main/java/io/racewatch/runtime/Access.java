package io.racewatch.runtime;

/**
 * An access: its context and its time. One object stands for all equal accesses of a thread's
 * epoch. Immutable but for the states made from it.
 */
final class Access {
  final Context context;

  /** Slot in the upper half, clock in the lower. */
  final long epoch;

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
  boolean again;

  /** The state "written by this access, never read", made when first needed. */
  private SharedShadow asFirstWrite;

  /** The last state "written by this access" of a shared variable. */
  private SharedShadow asWrite;

  /** The state "read by this access, never written". */
  private SharedShadow asFirstRead;

  Access(Context context, long epoch, long acquires, LockSet locks) {
    this.context = context;
    this.locks = locks;
    this.epoch = epoch;
    this.acquires = acquires;
  }

  /** Whether an access made now at that site would be equal, but for the stack. */
  boolean isOf(ThreadState t, int site) {
    return epoch == t.epoch && context.isOf(t, site) && locks == Held.setOf(t.held);
  }

  /** Whether the stack is that of the one access that this stands for. */
  boolean isExact() {
    return context.trace != null && !again;
  }

  SharedShadow firstWrite() {
    SharedShadow s = asFirstWrite;
    if (s == null) {
      s = asFirstWrite = new SharedShadow(this, null, null, null);
      return s;
    }
    return s.again();
  }

  /** The state "written by this access, under these guards by all". */
  SharedShadow write(LockSet guards) {
    SharedShadow s = asWrite;
    if (s == null || s.guards != guards) {
      s = asWrite = new SharedShadow(this, null, null, guards);
      return s;
    }
    return s.again();
  }

  SharedShadow firstRead() {
    SharedShadow s = asFirstRead;
    if (s == null) {
      s = asFirstRead = new SharedShadow(null, this, null, null);
      return s;
    }
    return s.again();
  }
}
