package io.racewatch.model;

import java.util.List;

/**
 * Why a finding is one.
 *
 * @param text in words; may span lines
 * @param checked {@code epochs+graph}, {@code epochs} or {@code graph}
 * @param lastCommon the last point that ordered the two threads, or null
 * @param guard the lock that most other accesses hold, or null
 */
public record Explanation(String text, String checked, LastCommon lastCommon, Guard guard) {
  /**
   * The last point that orders the two threads.
   *
   * @param kind such as {@code thread-start}, {@code monitor}, {@code volatile}, {@code task}
   * @param text in words
   * @param from stack or place of the releasing side, possibly empty
   * @param to stack or place of the acquiring side, possibly empty
   */
  public record LastCommon(String kind, String text, List<Frame> from, List<Frame> to) {
    public LastCommon {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * The lock that guards most accesses of the member.
   *
   * @param lock its name
   * @param held number of accesses that held it
   * @param of number of accesses seen
   */
  public record Guard(String lock, long held, long of) {}
}
