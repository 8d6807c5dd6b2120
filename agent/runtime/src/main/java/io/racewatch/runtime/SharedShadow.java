package io.racewatch.runtime;

/**
 * An immutable state, so that any number of variables can stand in it, and a racy read of the
 * reference sees it whole. A variable's word is replaced by compare-and-set, before which all of
 * this is stored. Mostly it is one {@link Access} and nothing else, else a {@link JointShadow}.
 */
abstract class SharedShadow extends Shadow {
  /**
   * Whether a second variable came to stand in it, or an atomic access is part of it: then what
   * follows is shared, too. Racy: it only chooses between two layouts.
   */
  boolean common;

  /** The last write, or null. */
  abstract Access write();

  /** The latest read since the last write, or null. */
  abstract Access read();

  /** All unordered reads since the last write when there is more than one, else null. */
  abstract Access[] readers();

  /** Spreads states over the caches of transitions. */
  final int hash() {
    long mix = writeEpoch * 7 ^ readEpoch * 31;
    return (int) (mix ^ mix >>> 29) + mark() * 5;
  }

  /** Tells states of the same epochs apart, mostly. */
  abstract int mark();

  /** For one more variable. */
  final SharedShadow again() {
    if (!common) {
      common = true;
    }
    return this;
  }
}
