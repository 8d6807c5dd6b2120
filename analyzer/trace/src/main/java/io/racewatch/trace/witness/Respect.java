package io.racewatch.trace.witness;

/** What a reordering has to respect, from the weakest to the strongest. */
enum Respect {
  /** Program order, fork and join. */
  THREADS(false, false, false, false),
  /** That and mutual exclusion. */
  LOCKS(true, false, false, false),
  /** That and what guards read. */
  GUARDS(true, true, false, false),
  /** That and what all reads read. */
  READS(true, true, true, false),
  /** That and the order in which each lock was taken: sync-preserving. */
  ACQUIRES(true, true, true, true);

  final boolean locks;
  private final boolean guards;
  private final boolean reads;
  final boolean acquires;

  Respect(boolean locks, boolean guards, boolean reads, boolean acquires) {
    this.locks = locks;
    this.guards = guards;
    this.reads = reads;
    this.acquires = acquires;
  }

  /** Whether this read must see the write that it saw. */
  boolean binds(History history, int read) {
    return reads || guards && history.isGuard(read);
  }
}
