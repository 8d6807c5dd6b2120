package io.racewatch.engine;

import io.racewatch.code.finding.Folding;
import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Coverage;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins what the bytecode allows with what runs showed: each static candidate is confirmed, reached
 * or not reached, each race of a run knows the other places that use its member.
 */
final class Join {
  /** Rules whose two sides are accesses that may meet. */
  private static final Set<Rule> RACES =
      EnumSet.of(Rule.DATA_RACE, Rule.API_RACE, Rule.UNGUARDED_WRITE);

  private static final Set<Rule> CYCLES = EnumSet.of(Rule.LOCK_ORDER_CYCLE, Rule.DEADLOCK);

  private final List<Finding> seen;
  private final List<Finding> candidates;
  private final Reach reach;
  private final Set<String> clear = new HashSet<>();
  private final Map<String, Finding> joined = new LinkedHashMap<>();
  private int pairs;
  private int confirmed;
  private int reached;

  /**
   * Prepares it.
   *
   * @param seen findings of the runs, merged
   * @param candidates findings of the bytecode, each once
   * @param reach where the runs were
   */
  Join(List<Finding> seen, List<Finding> candidates, Reach reach) {
    this.seen = seen;
    this.candidates = candidates;
    this.reach = reach;
    seen.forEach(reach::add);
    seen.forEach(finding -> joined.put(finding.fingerprint(), finding));
  }

  /** Knows which orders in the bytecode surely speak of the same locks. */
  Join knowing(List<PossibleOrder> orders) {
    for (PossibleOrder each : orders) {
      if (each.clear()) {
        clear.add(each.from() + " > " + each.to());
      }
    }
    return this;
  }

  /** All findings: those of runs first. */
  List<Finding> findings() {
    List<Finding> open = new ArrayList<>();
    for (Finding candidate : candidates) {
      List<Finding> showing = seen.stream().filter(run -> shows(run, candidate)).toList();
      count(candidate, !showing.isEmpty());
      boolean folded = false;
      for (Finding run : showing) {
        if (run.rule() == candidate.rule()) {
          folded = true;
          Finding both = joined.get(run.fingerprint());
          joined.put(run.fingerprint(), both.with(Evidence.BOTH, both.scope(), Coverage.CONFIRMED));
        }
      }
      if (!folded) {
        open.add(covered(candidate, !showing.isEmpty()));
      }
    }
    for (Finding finding : seen) {
      joined.computeIfPresent(finding.fingerprint(), (key, now) -> Others.tell(now, open));
    }
    List<Finding> all = new ArrayList<>(joined.values());
    all.addAll(open);
    return all;
  }

  /** Lines for the report; to be asked for after {@link #findings}. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!reach.isKnown()) {
      notes.add("a run file does not say which code ran, so candidates have no coverage");
    } else if (pairs > 0) {
      notes.add(
          "race coverage: of "
              + pairs
              + " pairs of accesses that the bytecode lets meet, "
              + confirmed
              + " raced, the code of "
              + reached
              + " more ran, and that of "
              + (pairs - confirmed - reached)
              + " did not");
    }
    return notes;
  }

  private void count(Finding candidate, boolean shown) {
    if (Folding.tellsRace(candidate)) {
      pairs++;
      confirmed += shown ? 1 : 0;
      reached += !shown && reach.reached(candidate) ? 1 : 0;
    }
  }

  private Finding covered(Finding candidate, boolean shown) {
    if (shown) {
      return candidate.with(Evidence.BOTH, candidate.scope(), Coverage.CONFIRMED);
    }
    Coverage coverage = reach.reached(candidate) ? Coverage.REACHED : Coverage.NOT_REACHED;
    Finding told = candidate.cycle().isEmpty() ? candidate : observed(candidate);
    return told.with(Evidence.STATIC, candidate.scope(), reach.isKnown() ? coverage : null);
  }

  /** A cycle of the bytecode some of whose edges a run walked says which. */
  private Finding observed(Finding candidate) {
    List<String> walked = new ArrayList<>();
    for (CycleEdge edge : candidate.cycle()) {
      if (reach.tookInOrder(edge)) {
        walked.add(edge.wants().lock() + " while it held " + edge.holds().lock());
      }
    }
    Explanation why = candidate.explanation();
    if (walked.isEmpty() || why == null) {
      return candidate;
    }
    String text =
        why.text()
            + " A run took "
            + String.join(" and ", walked)
            + (walked.size() < candidate.cycle().size()
                ? "; the rest of the cycle is in the bytecode only."
                : ", though not in a way that could deadlock.");
    Finding told =
        candidate.with(new Explanation(text, why.checked(), why.lastCommon(), why.guard()));
    boolean sure = walked.size() < candidate.cycle().size() && isClear(candidate);
    return sure && told.certainty() == Certainty.POSSIBLE ? told.with(Certainty.LIKELY) : told;
  }

  /** Whether each edge was taken by a run, or the bytecode names its locks beyond doubt. */
  private boolean isClear(Finding candidate) {
    for (CycleEdge edge : candidate.cycle()) {
      String order = edge.holds().lock() + " > " + edge.wants().lock();
      if (!reach.tookInOrder(edge) && !clear.contains(order)) {
        return false;
      }
    }
    return candidate.rule() == Rule.LOCK_ORDER_CYCLE;
  }

  /** Whether what a run showed is what a candidate says can be. */
  private static boolean shows(Finding run, Finding candidate) {
    if (run.fingerprint().equals(candidate.fingerprint())) {
      return true;
    }
    if (!candidate.cycle().isEmpty()) {
      return CYCLES.contains(run.rule()) && sides(run).equals(sides(candidate));
    }
    if (!RACES.contains(run.rule())) {
      return false;
    }
    Set<String> inRun = places(run);
    Set<String> inCode = places(candidate);
    if (RACES.contains(candidate.rule())) {
      return sharesMember(run, candidate) && inRun.equals(inCode);
    }
    boolean place = inCode.stream().anyMatch(inRun::contains);
    boolean library = run.rule() == Rule.API_RACE && candidate.rule() == Rule.UNSAFE_SHARED_API;
    return place && (library || sharesMember(run, candidate));
  }

  private static boolean sharesMember(Finding a, Finding b) {
    return a.members().stream().anyMatch(b.members()::contains);
  }

  private static Set<String> places(Finding finding) {
    Set<String> places = new HashSet<>();
    for (Access access : finding.accesses()) {
      Frame top = Frames.firstOutsideJdk(access.stack());
      places.add(top == null ? "?" : top.className() + "." + top.method());
    }
    return places;
  }

  private static Set<String> sides(Finding finding) {
    Set<String> sides = new HashSet<>();
    for (CycleEdge edge : finding.cycle()) {
      String holds = edge.holds() == null ? "?" : edge.holds().lock();
      String wants = edge.wants() == null ? "?" : edge.wants().lock();
      sides.add(holds + " > " + wants);
    }
    return sides;
  }
}
