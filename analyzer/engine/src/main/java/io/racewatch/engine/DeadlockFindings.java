package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.List;

/** Threads that were really blocked on each other, as findings. */
final class DeadlockFindings {
  private final RunData run;
  private final Findings findings;
  private final Refs refs;

  DeadlockFindings(RunData run, Findings findings) {
    this.run = run;
    this.findings = findings;
    this.refs = new Refs(run);
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (Entry.Deadlock deadlock : run.deadlocks.values()) {
      if (deadlock.cycle().length > 0) {
        all.add(finding(deadlock));
      }
    }
    return all;
  }

  private Finding finding(Entry.Deadlock deadlock) {
    Entry.Blocked[] blocked = deadlock.cycle();
    List<CycleEdge> cycle = new ArrayList<>();
    for (int i = 0; i < blocked.length; i++) {
      cycle.add(edge(blocked[i], blocked[(i + blocked.length - 1) % blocked.length]));
    }
    String threads = blocked.length == 1 ? "1 thread" : blocked.length + " threads";
    String title = threads + " blocked for ever on " + CycleText.locks(cycle);
    String why =
        "The threads were found blocked on each other: "
            + CycleText.holdsAndWants(cycle, "waits for")
            + ".";
    return findings.ofCycle(
        Rule.DEADLOCK,
        Certainty.CERTAIN,
        title,
        CycleText.members(cycle),
        1,
        cycle,
        new Explanation(why, "graph", null, null));
  }

  /** {@code waiting} is the thread that wants what this one holds. */
  private CycleEdge edge(Entry.Blocked b, Entry.Blocked waiting) {
    List<Frame> wantsAt = Refs.frames(b.wantsAt());
    LockRef wants = wanted(b);
    boolean isLock = b.holds() != null && b.holds().lock() != 0;
    LockRef holds = isLock ? refs.lock(b.holds()) : wanted(waiting);
    List<Frame> holdsAt = Refs.frames(b.holdsAt());
    if (holdsAt.size() < 2) {
      // The place alone was kept; the thread still stands inside, so the callers are known.
      Entry.Place place = b.holdsAt().length == 1 ? b.holdsAt()[0] : null;
      holdsAt = Refs.takenAt(place == null && isLock ? b.holds().at() : place, wantsAt);
    }
    return new CycleEdge(refs.thread(b.uid(), b.name(), List.of()), holds, holdsAt, wants, wantsAt);
  }

  private LockRef wanted(Entry.Blocked b) {
    List<Frame> at = Refs.frames(b.wantsAt());
    Frame top = at.isEmpty() ? null : at.get(0);
    return b.wants() == 0
        ? new LockRef(b.wantsWhat(), "", "", "exclusive", top)
        : refs.lock(b.wants(), "exclusive", top);
  }
}
