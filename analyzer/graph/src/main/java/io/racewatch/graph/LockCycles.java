package io.racewatch.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the search for cycles found.
 *
 * @param found cycles that nothing rules out, one for each set of sites
 * @param ruledOut how many cycles were ruled out and why; of long cycles a part
 * @param longest length of the longest cycle that was searched for everywhere
 * @param cut whether a bound was met, so that more cycles may exist up to that length
 */
public record LockCycles(
    List<LockCycle> found, Map<RuledOut, Long> ruledOut, int longest, boolean cut) {
  public LockCycles {
    found = List.copyOf(found);
    Map<RuledOut, Long> copy = new EnumMap<>(RuledOut.class);
    copy.putAll(ruledOut);
    ruledOut = Map.copyOf(copy);
  }
}
