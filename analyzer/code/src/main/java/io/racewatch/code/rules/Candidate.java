package io.racewatch.code.rules;

import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Touch;

/**
 * Two accesses that may race.
 *
 * @param a a write
 * @param inA the summary that shows it
 * @param b the other side
 * @param inB the summary that shows it
 * @param strength the higher, the better the evidence; from {@link #LIKELY} on it is likely
 * @param why the evidence in words
 */
record Candidate(Touch a, Summary inA, Touch b, Summary inB, int strength, String why) {
  static final int LIKELY = 100;

  private static final int DOUBTFUL = 50;

  /** Orders candidates: the strongest first, then both writes, then the shortest ways. */
  int rank() {
    int writes = a.write() && b.write() ? 5 : 0;
    return strength * 1000 + writes * 20 - a.trace().depth() - b.trace().depth();
  }

  /** The same where something speaks against it. */
  Candidate weaker() {
    return new Candidate(a, inA, b, inB, Math.min(strength, DOUBTFUL), why);
  }

  String key() {
    String x = a.place();
    String y = b.place();
    return x.compareTo(y) < 0 ? x + "|" + y : y + "|" + x;
  }
}
