package io.racewatch.runtime;

/** How often a thread passed the slow path at the sites it was at lately. For its thread alone. */
final class Passes {
  private final int[] sites;
  private final int[] passes;

  Passes(int size) {
    sites = new int[size];
    passes = new int[size];
  }

  /**
   * Whether this pass at a site is to be counted for all threads: the first ones and then each
   * sixteenth, for the common counter is a word that threads would fight for.
   */
  boolean counts(int site) {
    int slot = site & passes.length - 1;
    int n = sites[slot] == site ? passes[slot] + 1 : 1;
    sites[slot] = site;
    passes[slot] = n;
    return n <= 8 || (n & 15) == 0;
  }
}
