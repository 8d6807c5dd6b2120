package io.racewatch.engine;

import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lock cycles that neither half sees alone: some of their orders a run took and the bytecode does
 * not show, the others are in the bytecode and no run took them. Left out are cycles with the locks
 * of a finding, those behind a common lock, of one thread, and of shared modes.
 */
final class MixedCycles {
  private static final int LONGEST = 4;

  /** Steps of the search, after which it ends. */
  private static final int STEPS = 200_000;

  private final SeenOrders seen;
  private final Map<String, Map<String, PossibleOrder>> possible = new TreeMap<>();
  private final Findings findings;
  private final Set<Set<String>> told;
  private final List<Finding> found = new ArrayList<>();
  private int steps;

  /**
   * One edge of a chain.
   *
   * @param seen how a run took it, or null
   * @param possible how the bytecode lets it be taken, or null
   */
  private record Step(SeenOrders.Seen seen, PossibleOrder possible) {
    CycleEdge edge() {
      return seen == null ? possible.edge() : seen.edge();
    }

    boolean waitsFor(Step next) {
      String wants = edge().wants().mode();
      return !("shared".equals(wants) && "shared".equals(next.edge().holds().mode()));
    }

    /** Whether two threads can be at both at once, as far as is known. */
    boolean beside(Step other) {
      if (seen != null && other.seen != null) {
        boolean oneRun = seen.run() == other.seen.run();
        boolean apart = !oneRun || seen.thread() != other.seen.thread();
        return apart
            && (!oneRun || seen.others().stream().noneMatch(other.seen.others()::contains));
      }
      boolean main = seen == null ? possible.main() : seen.main();
      boolean itsMain = other.seen == null ? other.possible.main() : other.seen.main();
      return !(main && itsMain) && gates().stream().noneMatch(other.gates()::contains);
    }

    private Set<String> gates() {
      return seen == null ? possible.gates() : seen.gates();
    }
  }

  /**
   * Prepares it.
   *
   * @param known findings whose cycles are told already
   */
  MixedCycles(SeenOrders seen, List<PossibleOrder> orders, List<Finding> known, Findings findings) {
    this.seen = seen;
    this.findings = findings;
    for (PossibleOrder each : orders) {
      possible.computeIfAbsent(each.from(), k -> new TreeMap<>()).put(each.to(), each);
    }
    this.told = new java.util.HashSet<>();
    for (Finding finding : known) {
      if (!finding.cycle().isEmpty()) {
        Set<String> names = new TreeSet<>();
        finding.cycle().forEach(edge -> names.add(edge.holds() == null ? "" : edge.holds().lock()));
        told.add(names);
      }
    }
  }

  /** The findings, evidence not set yet. */
  List<Finding> all() {
    Set<String> starts = new TreeSet<>(possible.keySet());
    starts.retainAll(seen.all().keySet());
    starts.addAll(seen.all().keySet());
    starts.addAll(possible.keySet());
    for (int length = 2; length <= LONGEST; length++) {
      for (String start : starts) {
        extend(List.of(start), length);
      }
    }
    return found;
  }

  /** Whether there was too much to look through. */
  boolean cut() {
    return steps >= STEPS;
  }

  /** Chains start at their least name, so that each cycle is met once. */
  private void extend(List<String> chain, int length) {
    if (steps++ >= STEPS) {
      return;
    }
    String first = chain.get(0);
    String last = chain.get(chain.size() - 1);
    if (chain.size() == length) {
      if (isOrder(last, first) && told.stream().noneMatch(chain::containsAll)) {
        cycle(chain);
      }
      return;
    }
    Set<String> next = new TreeSet<>(possible.getOrDefault(last, Map.of()).keySet());
    next.addAll(seen.all().getOrDefault(last, Map.of()).keySet());
    for (String name : next) {
      if (name.compareTo(first) > 0 && !chain.contains(name)) {
        List<String> longer = new ArrayList<>(chain);
        longer.add(name);
        extend(longer, length);
      }
    }
  }

  private boolean isOrder(String from, String to) {
    return possible(from, to) != null || !seen.of(from, to).isEmpty();
  }

  private PossibleOrder possible(String from, String to) {
    return possible.getOrDefault(from, Map.of()).get(to);
  }

  private void cycle(List<String> chain) {
    boolean onlySeen = false;
    boolean onlyPossible = false;
    for (int i = 0; i < chain.size(); i++) {
      String to = chain.get((i + 1) % chain.size());
      boolean inRun = !seen.of(chain.get(i), to).isEmpty();
      boolean inCode = possible(chain.get(i), to) != null;
      onlySeen |= inRun && !inCode;
      onlyPossible |= inCode && !inRun;
    }
    List<Step> chosen = new ArrayList<>();
    if (onlySeen && onlyPossible && choose(chain, chosen)) {
      told.add(new TreeSet<>(chain));
      found.add(finding(chosen));
    }
  }

  private boolean choose(List<String> chain, List<Step> chosen) {
    int at = chosen.size();
    if (at == chain.size()) {
      return chosen.get(at - 1).waitsFor(chosen.get(0));
    }
    String from = chain.get(at);
    String to = chain.get((at + 1) % chain.size());
    List<Step> ways = new ArrayList<>();
    seen.of(from, to).forEach(each -> ways.add(new Step(each, null)));
    if (ways.isEmpty()) {
      ways.add(new Step(null, possible(from, to)));
    }
    for (Step way : ways) {
      boolean fits = at == 0 || chosen.get(at - 1).waitsFor(way);
      for (Step other : chosen) {
        fits &= way.beside(other);
      }
      if (fits) {
        chosen.add(way);
        if (choose(chain, chosen)) {
          return true;
        }
        chosen.remove(at);
      }
    }
    return false;
  }

  private Finding finding(List<Step> steps) {
    List<CycleEdge> edges = new ArrayList<>();
    List<String> ran = new ArrayList<>();
    List<String> may = new ArrayList<>();
    boolean strong = true;
    int observed = 0;
    for (Step step : steps) {
      CycleEdge edge = step.edge();
      edges.add(edge);
      String order = edge.wants().lock() + " while it held " + edge.holds().lock();
      (step.seen() == null ? may : ran).add(order);
      observed += step.seen() == null ? 0 : 1;
      strong &= step.seen() == null ? step.possible().clear() : !step.seen().timed();
    }
    String why =
        "A run took "
            + String.join(", and ", ran)
            + "; the bytecode lets a thread take "
            + String.join(", and ", may)
            + ", which no run did. If each thread gets its first lock before any gets its second,"
            + " all wait for ever. No lock held around them is known to keep them apart. Taking"
            + " the locks in one order everywhere removes the cycle.";
    // What orders two threads of a run was not looked at here, so two edges of it prove less.
    boolean likely = strong && observed == 1;
    return findings.ofCycle(
        Rule.LOCK_ORDER_CYCLE,
        likely ? Certainty.LIKELY : Certainty.POSSIBLE,
        CycleText.locks(edges) + " taken in different orders, one of them in the bytecode only",
        CycleText.members(edges),
        1,
        edges,
        new Explanation(why, "graph+bytecode", null, null));
  }
}
