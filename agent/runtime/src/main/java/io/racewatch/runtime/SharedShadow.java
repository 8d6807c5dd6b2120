package io.racewatch.runtime;

/**
 * An immutable state, so that any number of variables can stand in it, and a racy read of the
 * reference sees it whole. A variable's word is replaced by compare-and-set, before which all of
 * this is stored.
 */
final class SharedShadow extends Shadow {
  /** The last write, or null. */
  final Access write;

  /** The latest read since the last write, or null. */
  final Access read;

  /** All unordered reads since the last write when there is more than one, else null. */
  final Access[] readers;

  /** Spreads states over the caches of transitions. */
  final int hash;

  /**
   * Whether a second variable came to stand in it, or an atomic access is part of it: then what
   * follows is shared, too. Racy: it only chooses between two layouts.
   */
  boolean common;

  SharedShadow(Access write, Access read, Access[] readers, LockSet guards) {
    this.write = write;
    this.read = read;
    this.readers = readers;
    this.guards = guards;
    // An atomic access stands for no plain one: those must come by here even in the same epoch.
    this.writeEpoch = write == null || write.context.atomic ? 0 : write.epoch;
    this.readEpoch = read == null || read.context.atomic ? 0 : read.epoch;
    this.common = hasAtomic();
    long mix = (writeEpoch ^ readEpoch * 31) + (write == null ? 0 : write.context.site * 7L);
    this.hash = (int) (mix ^ mix >>> 29);
  }

  private boolean hasAtomic() {
    boolean any = write != null && write.context.atomic || read != null && read.context.atomic;
    if (readers != null) {
      for (Access reader : readers) {
        any |= reader.context.atomic;
      }
    }
    return any;
  }

  /** For one more variable. */
  SharedShadow again() {
    if (!common) {
      common = true;
    }
    return this;
  }

  @Override
  boolean isForeignTo(ThreadState t) {
    return write != null && isForeign(write.epoch, write.context, t)
        || read != null && isForeign(read.epoch, read.context, t);
  }
}
