package com.example.programs;

/** Decides which allocations of racewatch fail; on the boot loader's path. */
public final class StarvedRwIgnored {
  /** Each so manieth fails; none for 0. */
  public static volatile int each;

  /** How many failed; racy, about right will do. */
  public static int failures;

  private static int asked;

  private StarvedRwIgnored() {}

  /** Called before each. */
  public static void allocating() {
    int now = each;
    if (now != 0 && ++asked % now == 0) {
      failures++;
      throw new OutOfMemoryError("of racewatch");
    }
  }
}
