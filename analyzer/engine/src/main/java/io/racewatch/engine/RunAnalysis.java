package io.racewatch.engine;

import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.LockGraph;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All findings of one run, and remarks on it.
 *
 * @param findings not merged yet
 * @param notes lines that a reader must know
 * @param locks the orders in which locks were taken, for a picture
 */
record RunAnalysis(List<Finding> findings, List<String> notes, LockGraph locks) {
  /** What stands before the name of a semaphore where a thread waits for it. */
  private static final String PERMIT = "permit of ";

  static RunAnalysis of(RunData run, EngineOptions options, Deadline deadline) {
    Findings findings = new Findings(Scopes.of(options, run));
    OrderCheck check = new OrderCheck(run, deadline);
    RaceFindings races = new RaceFindings(run, findings, check);
    LockCycleFindings cycles = new LockCycleFindings(run, findings, deadline);
    List<Finding> deadlocks = new DeadlockFindings(run, findings).all();
    List<Finding> all = new ArrayList<>(races.all());
    all.addAll(deadlocks);
    all.addAll(withoutDeadlocked(cycles.all(), deadlocks));
    all.addAll(new WaitFindings(run, findings).all());
    all.addAll(new UnguardedFindings(run, findings).all(run.unguarded, races.members()));
    List<String> notes = new ArrayList<>(run.notes);
    notes.addAll(notes(run, check));
    notes.addAll(cycles.notes(options.verbose()));
    return new RunAnalysis(all, notes, LockPicture.of(run, all, cycles.ruledOut()));
  }

  private static List<String> notes(RunData run, OrderCheck check) {
    List<String> notes = new ArrayList<>();
    if (check.disagreements() > 0) {
      notes.add(
          check.disagreements()
              + " races were denied by the happens-before graph; they are reported as likely");
    }
    if (check.late()) {
      notes.add("there was no time to check every race a second time");
    } else if (run.log.cut() && !run.races.isEmpty()) {
      notes.add("the record of synchronisation is not whole, so races were checked by epochs only");
    }
    return notes;
  }

  /** A cycle at which the threads really met is told as a deadlock only. */
  private static List<Finding> withoutDeadlocked(List<Finding> cycles, List<Finding> deadlocks) {
    Set<Set<String>> met = new HashSet<>();
    for (Finding deadlock : deadlocks) {
      met.add(sides(deadlock));
    }
    return cycles.stream()
        .filter(f -> f.rule() != Rule.LOCK_ORDER_CYCLE || !met.contains(sides(f)))
        .toList();
  }

  private static Set<String> sides(Finding finding) {
    Set<String> sides = new HashSet<>();
    for (CycleEdge edge : finding.cycle()) {
      sides.add(lock(edge.holds().lock()) + " > " + lock(edge.wants().lock()));
    }
    return sides;
  }

  /** What is met at is the permit, where the order of acquires has the semaphore. */
  private static String lock(String name) {
    return name.startsWith(PERMIT) ? name.substring(PERMIT.length()) : name;
  }
}
