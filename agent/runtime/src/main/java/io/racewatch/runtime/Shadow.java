package io.racewatch.runtime;

/**
 * The shadow state of a variable: who wrote it last and who read it since. Immutable, so that many
 * variables with the same history share one, and a racy read of the reference sees it whole (JLS
 * 17.5). A variable's word is replaced by compare-and-set.
 */
public final class Shadow {
  /** Epoch of the last write, 0 if none or atomic. */
  final long writeEpoch;

  /** Epoch of the latest read since, 0 if none or atomic. */
  final long readEpoch;

  /** The last write, or null. */
  final Access write;

  /** The latest read since the last write, or null. */
  final Access read;

  /** All unordered reads since the last write when there is more than one, else null. */
  final Access[] readers;

  /** Locks held at all accesses since a second thread came, or null while there was one thread. */
  final LockSet guards;

  /** Spreads states over the caches of transitions. */
  final int hash;

  Shadow(Access write, Access read, Access[] readers, LockSet guards) {
    this.write = write;
    this.read = read;
    this.readers = readers;
    this.guards = guards;
    // An atomic access stands for no plain one: those must come by here even in the same epoch.
    this.writeEpoch = write == null || write.atomic ? 0 : write.epoch;
    this.readEpoch = read == null || read.atomic ? 0 : read.epoch;
    long mix = (writeEpoch ^ readEpoch * 31) + (write == null ? 0 : write.site * 7L);
    this.hash = (int) (mix ^ mix >>> 29);
  }

  /** Whether a thread other than {@code uid} has a part in this state. */
  boolean foreignTo(int uid) {
    return write != null && write.tenancy.uid != uid || read != null && read.tenancy.uid != uid;
  }
}
