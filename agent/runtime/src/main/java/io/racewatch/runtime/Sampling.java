package io.racewatch.runtime;

/**
 * Which variables are watched in sample mode. The first access decides, and the decision stands in
 * the variable's word, so both sides of a race share it: a race is found with the chance of the
 * share, and none is invented.
 */
final class Sampling {
  /** The state of a variable that is not watched. */
  static final SharedShadow UNWATCHED = new SharedShadow(null, null, null, null);

  /** Of 2^32. */
  private static long threshold = 1L << 32;

  private static long seed = System.nanoTime();

  private Sampling() {}

  static void share(double share) {
    threshold = (long) (share * (1L << 32));
  }

  /** Whether a variable that nobody has accessed yet is to be left alone. Racy by intent. */
  static boolean leavesOut() {
    if (threshold == 1L << 32) {
      return false;
    }
    long x = seed += 0x9E3779B97F4A7C15L;
    x = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
    x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
    return ((x ^ x >>> 31) & 0xFFFFFFFFL) >= threshold;
  }
}
