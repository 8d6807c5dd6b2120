package io.racewatch.runtime;

/**
 * Which variables are watched in sample mode. What all accesses to a variable have in common
 * decides, before anything is looked up or stored: the name of a field, the length of an array, the
 * class of a library object. So both sides of a race share the decision: each race is found with
 * the chance of the share, and none is invented. The salt is another one in each run, so that a
 * race that one run leaves out is found by another.
 */
public final class Sampling {
  /** The canary's field is watched in every mode. */
  public static final String CANARY = "racewatchCanary";

  private static final long ALL = 1L << 32;

  /** Of 2^32. Plain: set before the program starts, and constant from then on. */
  private static long threshold = ALL;

  private static long salt;

  private Sampling() {}

  static void share(double share, long runSalt) {
    threshold = (long) (share * ALL);
    salt = runSalt;
  }

  /** Whether some variables are left out. */
  public static boolean isOn() {
    return threshold != ALL;
  }

  /** Whether the fields of that name are watched. */
  public static boolean watchesField(String name) {
    return threshold == ALL || name.equals(CANARY) || watches(name.hashCode());
  }

  /** Whether library objects of that class are watched. */
  static boolean watchesClass(String name) {
    return threshold == ALL || watches(name.hashCode());
  }

  /**
   * Whether arrays of that length are watched: the same for all of a loop, so the JIT asks once.
   */
  static boolean watchesLength(int length) {
    return threshold == ALL || watches(length);
  }

  /** A finalizer of 64 bits in two rounds (Steele, Lea, Flood, OOPSLA 2014). */
  private static boolean watches(long what) {
    long x = (what ^ salt) * 0x9E3779B97F4A7C15L;
    x = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
    x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
    return (x >>> 32) < threshold;
  }
}
