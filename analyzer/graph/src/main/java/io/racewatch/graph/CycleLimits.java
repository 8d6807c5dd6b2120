package io.racewatch.graph;

/**
 * Bounds of the search for cycles, whose number can be exponential.
 *
 * @param length longest cycle searched for, in threads
 * @param lengthWhenSmall the same in a component of at most {@code small} requests
 * @param small see {@code lengthWhenSmall}
 * @param cycles how many cycles to keep at most
 * @param candidates how many cycles of the graph to look at, at most
 * @param edges edges of the graph above which the rest is left out of the search for long cycles
 */
public record CycleLimits(
    int length, int lengthWhenSmall, int small, int cycles, int candidates, int edges) {
  /** What fits into the time that a JVM has at its exit. */
  public static final CycleLimits DEFAULT = new CycleLimits(4, 10, 32, 1_000, 200_000, 200_000);
}
