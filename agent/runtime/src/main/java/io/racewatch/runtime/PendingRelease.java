package io.racewatch.runtime;

/**
 * What a clock was before a release that its operation may turn out not to have made (a failed
 * compare-and-set). One a thread; the thread is between the two hooks around the operation.
 */
final class PendingRelease {
  private int[][] chunks;
  private int slot;
  private int clock;
  private boolean joined;
  private int releasedSlot;
  private int releasedClock;
  private boolean open;

  /** Notes the state; called by the clock under its lock, in one step with the release. */
  void note(SyncClock of, ThreadState t) {
    chunks = of.chunks;
    slot = of.slot;
    clock = of.clock;
    joined = of.joined;
    releasedSlot = t.slot;
    releasedClock = t.clock;
    open = true;
  }

  /** Puts the state back, unless others have released since; called under the clock's lock. */
  void withdraw(SyncClock from) {
    if (open && from.slot == releasedSlot && from.clock == releasedClock) {
      from.chunks = chunks;
      from.slot = slot;
      from.clock = clock;
      from.joined = joined;
    }
  }

  /** The operation is over. */
  void close() {
    open = false;
    chunks = null;
  }
}
