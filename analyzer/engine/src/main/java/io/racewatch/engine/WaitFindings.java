package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.HappensBeforeGraph;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits with something in hand that the other side needs, as findings. */
final class WaitFindings {
  private final RunData run;
  private final Findings findings;
  private final Refs refs;
  private final HappensBeforeGraph waited;

  WaitFindings(RunData run, Findings findings) {
    this.run = run;
    this.findings = findings;
    this.refs = new Refs(run);
    this.waited = new HappensBeforeGraph(run.log, LockCycleFindings.WAITED);
  }

  /** One finding for each pair of places; the strongest of those that were seen. */
  List<Finding> all() {
    Map<String, Finding> all = new LinkedHashMap<>();
    for (Entry.WaitUnder wait : run.waits.values()) {
      if (!ordered(wait)) {
        Finding f = wait.waiter().holds() == null ? ofPool(wait) : ofLock(wait);
        Finding known = all.get(f.fingerprint());
        if (known == null || f.certainty().compareTo(known.certainty()) < 0) {
          all.put(f.fingerprint(), f);
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  /** The other was through with the lock before, by something that was waited for. */
  private boolean ordered(Entry.WaitUnder wait) {
    return waited.ordered(Refs.moment(wait.need()), Refs.moment(wait.began()));
  }

  private Finding ofLock(Entry.WaitUnder wait) {
    Entry.Blocked waiter = wait.waiter();
    List<Frame> wantsAt = Refs.frames(waiter.wantsAt());
    LockRef event = event(waiter, wantsAt);
    LockRef holds = refs.lock(waiter.holds());
    List<Frame> needAt = Refs.frames(wait.other().wantsAt());
    LockRef needs = refs.lock(wait.other().wants(), "exclusive", first(needAt));
    CycleEdge one =
        new CycleEdge(
            refs.thread(waiter.uid(), waiter.name(), List.of()),
            holds,
            Refs.takenAt(waiter.holds().at(), wantsAt),
            event,
            wantsAt);
    CycleEdge other =
        new CycleEdge(
            refs.thread(wait.other().uid(), wait.other().name(), Refs.frames(wait.submitted())),
            event,
            needAt,
            needs,
            needAt);
    String text =
        name(waiter)
            + " waits for the "
            + event.lock()
            + " while it holds "
            + CycleText.lock(holds)
            + "; "
            + name(wait.other())
            + " asked for that lock before it could "
            + (wait.every() ? "signal, and so did every thread that was seen to." : "get there.")
            + " If the first gets the lock before the second asks for it, both wait "
            + (isTimed(waiter) ? "until the first gives up." : "for ever.")
            + " Nothing that threads wait for puts the second's request first. Release the lock"
            + " before waiting, or do not take it on the other side.";
    String what = event.lock();
    return findings.ofCycle(
        Rule.BLOCKED_UNDER_LOCK,
        isTimed(waiter) ? Certainty.POSSIBLE : Certainty.LIKELY,
        "waits for the " + what + " while holding " + holds.lock() + ", which the other side needs",
        List.of(holds.lock(), what),
        1,
        List.of(one, other),
        new Explanation(text, "graph", null, null));
  }

  private Finding ofPool(Entry.WaitUnder wait) {
    Entry.Blocked waiter = wait.waiter();
    List<Frame> wantsAt = Refs.frames(waiter.wantsAt());
    LockRef event = event(waiter, wantsAt);
    List<Frame> submitted = Refs.frames(wait.other().wantsAt());
    LockRef pool = new LockRef(wait.other().wantsWhat(), "", "", "exclusive", first(submitted));
    CycleEdge one =
        new CycleEdge(
            refs.thread(waiter.uid(), waiter.name(), List.of()), pool, wantsAt, event, wantsAt);
    CycleEdge other =
        new CycleEdge(
            refs.thread(wait.other().uid(), wait.other().name(), List.of()),
            event,
            submitted,
            pool,
            submitted);
    Set<String> waiters = new HashSet<>();
    for (Entry.WaitUnder w : run.waits.values()) {
      if (w.waiter().holds() == null && w.other().wantsWhat().equals(wait.other().wantsWhat())) {
        waiters.add(w.waiter().uid() + "");
      }
    }
    String text =
        "A task on "
            + pool.lock()
            + " waits for the "
            + event.lock()
            + ", which another thread of the same pool makes. When every thread of the pool runs such a task, none is"
            + " left for what they wait for, and all wait "
            + (isTimed(waiter) ? "until they give up." : "for ever.")
            + " Give the inner tasks a pool of"
            + " their own, or go on in a stage of a CompletableFuture instead of waiting.";
    return findings.ofCycle(
        Rule.BLOCKED_UNDER_LOCK,
        waiters.size() > 1 && !isTimed(waiter) ? Certainty.LIKELY : Certainty.POSSIBLE,
        "a task waits for a task of its own pool: " + pool.lock(),
        List.of(pool.lock(), event.lock()),
        1,
        List.of(one, other),
        new Explanation(text, "graph", null, null));
  }

  private static LockRef event(Entry.Blocked waiter, List<Frame> at) {
    String what = waiter.wantsWhat();
    String name =
        isTimed(waiter)
            ? what.substring(0, what.length() - Entry.Blocked.FOR_A_TIME.length())
            : what;
    return new LockRef(name, "", "", "exclusive", first(at));
  }

  /** Whether it gives up after a time, so that nobody waits for ever. */
  private static boolean isTimed(Entry.Blocked waiter) {
    return waiter.wantsWhat().endsWith(Entry.Blocked.FOR_A_TIME);
  }

  private static Frame first(List<Frame> stack) {
    return stack.isEmpty() ? null : stack.get(0);
  }

  private static String name(Entry.Blocked thread) {
    return thread.name().isEmpty() ? "a virtual thread" : thread.name();
  }
}
