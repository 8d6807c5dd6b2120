package io.racewatch.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the search for cycles found.
 *
 * @param found cycles that nothing rules out, one for each set of sites
 * @param ruledOut how many cycles were ruled out and why; of long cycles a part
 * @param examples one of them for each set of sites
 * @param longest length of the longest cycle that was searched for everywhere
 * @param cut whether a bound was met, so that more cycles may exist up to that length
 */
public record LockCycles(
    List<LockCycle> found,
    Map<RuledOut, Long> ruledOut,
    List<Example> examples,
    int longest,
    boolean cut) {
  /** A cycle that was ruled out, and why. */
  public record Example(List<LockRequest> requests, RuledOut reason) {}

  public LockCycles {
    found = List.copyOf(found);
    examples = List.copyOf(examples);
    Map<RuledOut, Long> copy = new EnumMap<>(RuledOut.class);
    copy.putAll(ruledOut);
    ruledOut = Map.copyOf(copy);
  }
}
