package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.CycleLimits;
import io.racewatch.graph.HappensBeforeGraph;
import io.racewatch.graph.LockCycle;
import io.racewatch.graph.LockCycles;
import io.racewatch.graph.LockOrderGraph;
import io.racewatch.graph.LockRequest;
import io.racewatch.graph.LockRequest.Waits;
import io.racewatch.graph.RuledOut;
import io.racewatch.graph.SyncLog;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.LockRef;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The lock orders of one run that can deadlock, as findings. */
final class LockCycleFindings {
  /** Edges that a thread waits for, so that no schedule turns them round. */
  static final Set<String> WAITED = Set.of("start", "join", "task", "future", SyncLog.AWAITED);

  private static final Set<String> LOCKS = Set.of("monitor", "lock");

  private final RunData run;
  private final Findings findings;
  private final Refs refs;
  private final HappensBeforeGraph waited;
  private final HappensBeforeGraph butLocks;
  private final InitCycles inits;
  private final LockCycles cycles;
  private final CycleWitness witnesses;

  LockCycleFindings(RunData run, Findings findings, Deadline deadline) {
    this.run = run;
    this.findings = findings;
    this.refs = new Refs(run);
    this.witnesses = new CycleWitness(run, deadline);
    waited = new HappensBeforeGraph(run.log, WAITED);
    Set<String> others = new HashSet<>(run.log.kinds());
    others.removeAll(LOCKS);
    others.remove(SyncLog.DATA);
    others.remove(SyncLog.AWAITED);
    butLocks = new HappensBeforeGraph(run.log, others);
    inits = new InitCycles(run, others);
    List<LockRequest> requests = new ArrayList<>();
    run.acquires.values().forEach(a -> requests.add(request(a)));
    cycles =
        new LockOrderGraph(requests, (a, b) -> ordered(waited, a, b), CycleLimits.DEFAULT).cycles();
  }

  /** The findings; equal ones are not merged yet. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (LockCycle cycle : cycles.found()) {
      all.add(finding(cycle));
    }
    return all;
  }

  /**
   * Lines about what was ruled out and which bounds were met.
   *
   * @param verbose whether to tell each
   */
  List<String> notes(boolean verbose) {
    List<String> notes = new ArrayList<>();
    if (!cycles.ruledOut().isEmpty()) {
      List<String> parts = new ArrayList<>();
      new TreeMap<>(cycles.ruledOut()).forEach((why, n) -> parts.add(n + " by " + why.id()));
      notes.add("lock cycles ruled out: " + String.join(", ", parts));
    }
    if (verbose) {
      cycles.examples().forEach(e -> notes.add(ruledOut(e)));
    }
    if (cycles.cut()) {
      notes.add("there were too many lock orders to search all for cycles; some may be missing");
    }
    if (cycles.longest() < Integer.MAX_VALUE) {
      notes.add("lock cycles of more than " + cycles.longest() + " threads were not searched for");
    }
    return notes;
  }

  /** Why cycles through (lock held, lock wanted) cannot deadlock; one reason each. */
  Map<List<Integer>, String> ruledOut() {
    Map<List<Integer>, String> reasons = new HashMap<>();
    for (LockCycles.Example example : cycles.examples()) {
      List<LockRequest> requests = example.requests();
      for (int i = 0; i < requests.size(); i++) {
        int before = requests.get((i + requests.size() - 1) % requests.size()).lock();
        reasons.putIfAbsent(List.of(before, requests.get(i).lock()), words(example.reason()));
      }
    }
    return reasons;
  }

  private static String words(RuledOut reason) {
    return switch (reason) {
      case SAME_THREAD -> "one thread only";
      case GATE -> "under a common lock";
      case ORDER -> "one is over before the other";
      case SHARED -> "shared modes";
      case NEVER_WAITS -> "does not wait";
      default -> reason.id();
    };
  }

  private String ruledOut(LockCycles.Example example) {
    List<String> sides = new ArrayList<>();
    for (LockRequest r : example.requests()) {
      Entry.Acquire a = run.acquires.get(r.id());
      List<String> held = new ArrayList<>();
      r.held().forEach(h -> held.add(refs.lockName(h.lock())));
      r.guards().forEach(g -> held.add(guard(g)));
      sides.add(
          run.threadName(r.thread())
              + " takes "
              + refs.lockName(r.lock())
              + " under "
              + String.join(" and ", held)
              + " in "
              + place(a.stack()));
    }
    return "ruled out by " + example.reason().id() + ": " + String.join("; ", sides);
  }

  private String guard(LockRequest.Guard guard) {
    List<String> names = guard.holders().stream().map(run::threadName).sorted().toList();
    return refs.lockName(guard.lock())
        + " (which "
        + String.join(", ", names)
        + (names.size() == 1 ? " holds" : " hold")
        + " over its start and end)";
  }

  private LockRequest request(Entry.Acquire a) {
    List<LockRequest.Holding> held = new ArrayList<>();
    StringBuilder site = new StringBuilder(refs.lockName(a.lock()) + " " + place(a.stack()));
    for (Entry.Held h : a.held()) {
      held.add(new LockRequest.Holding(h.lock(), h.mode().equals("shared")));
      site.append(" under ").append(refs.lockName(h.lock()));
    }
    Waits waits =
        switch (a.waits()) {
          case "never" -> Waits.NEVER;
          case "timed" -> Waits.TIMED;
          default -> Waits.BLOCKS;
        };
    int thread = run.log.threadOf(Refs.moment(a.first()));
    boolean shared = a.mode().equals("shared");
    return new LockRequest(
        a.id(), thread, a.lock(), shared, waits, held, guards(a.id()), site.toString());
  }

  /** Locks that others held around every time of an acquire. */
  private List<LockRequest.Guard> guards(int id) {
    Entry.AcquireSeen seen = run.acquiresSeen.get(id);
    Map<Integer, Long> times = new LinkedHashMap<>();
    Map<Integer, Set<Integer>> holders = new HashMap<>();
    Set<Integer> shared = new HashSet<>();
    for (Entry.Guarded g : run.guarded.getOrDefault(id, Map.of()).values()) {
      times.merge(g.lock(), g.count(), Long::sum);
      holders.computeIfAbsent(g.lock(), k -> new HashSet<>()).add(g.holder());
      if (g.mode().equals("shared")) {
        shared.add(g.lock());
      }
    }
    List<LockRequest.Guard> guards = new ArrayList<>();
    times.forEach(
        (lock, n) -> {
          if (n == (seen == null ? 1 : seen.count())) {
            guards.add(new LockRequest.Guard(lock, shared.contains(lock), holders.get(lock)));
          }
        });
    return guards;
  }

  private static String place(Entry.Place[] stack) {
    Frame top = Frames.firstOutsideJdk(Refs.frames(stack));
    return top == null ? "?" : top.className() + '.' + top.method();
  }

  /** Whether the last time of the first request is before the first time of the second. */
  private boolean ordered(HappensBeforeGraph graph, LockRequest a, LockRequest b) {
    Entry.AcquireSeen seen = run.acquiresSeen.get(a.id());
    Entry.Moment last = seen == null ? run.acquires.get(a.id()).first() : seen.last();
    return graph.ordered(Refs.moment(last), Refs.moment(run.acquires.get(b.id()).first()));
  }

  private Finding finding(LockCycle cycle) {
    CycleWitness.Proof proof = witnesses.of(cycle);
    List<LockRequest> requests = proof.requests();
    List<CycleEdge> edges = new ArrayList<>();
    long count = Long.MAX_VALUE;
    for (int i = 0; i < requests.size(); i++) {
      int before = requests.get((i + requests.size() - 1) % requests.size()).lock();
      edges.add(edge(run.acquires.get(requests.get(i).id()), before));
      Entry.AcquireSeen seen = run.acquiresSeen.get(requests.get(i).id());
      count = Math.min(count, seen == null ? 1 : seen.count());
    }
    boolean blocks = requests.stream().allMatch(r -> r.waits() == Waits.BLOCKS);
    boolean apart = orderedSomehow(requests);
    boolean initialises = inits.isOne(requests);
    String title =
        CycleText.locks(edges) + (edges.size() == 2 ? " taken in both orders" : " taken in a ring");
    return findings.ofCycle(
        Rule.LOCK_ORDER_CYCLE,
        initialises ? inits.certainty(requests, blocks) : certainty(proof, blocks),
        title,
        CycleText.members(edges),
        count,
        edges,
        new Explanation(
            initialises ? inits.why(edges, requests) : why(edges, blocks, apart, proof),
            "graph",
            null,
            null));
  }

  /** Certain only with a schedule, and when nothing that could forbid it went unwatched. */
  private static Certainty certainty(CycleWitness.Proof proof, boolean blocks) {
    if (!blocks || !proof.found()) {
      return Certainty.POSSIBLE;
    }
    return proof.isSure() ? Certainty.CERTAIN : Certainty.LIKELY;
  }

  private String why(
      List<CycleEdge> edges, boolean blocks, boolean apart, CycleWitness.Proof proof) {
    String text =
        "If each thread gets its first lock before any gets its second, all wait for ever: "
            + CycleText.holdsAndWants(edges, "wants")
            + ". No lock held around them keeps them apart, and no start, join or result orders"
            + " them.";
    if (!blocks) {
      text += " One of the acquires gives up after a time, so the threads may get free again.";
    }
    if (proof.found()) {
      text += " " + ScheduleText.of(edges, proof.helpers().stream().map(run::threadName).toList());
    }
    if (!proof.reason().isEmpty()) {
      text += " " + proof.reason();
    }
    if (apart && !proof.found()) {
      text += " In this run other synchronisation (not locks) put one before the other.";
    }
    return text + " Taking the locks in one order everywhere removes the cycle.";
  }

  private boolean orderedSomehow(List<LockRequest> requests) {
    for (LockRequest a : requests) {
      for (LockRequest b : requests) {
        if (a != b && ordered(butLocks, a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private CycleEdge edge(Entry.Acquire acquire, int heldLock) {
    List<Frame> wantsAt = Refs.frames(acquire.stack());
    int uid = run.log.threadOf(Refs.moment(acquire.first()));
    Entry.Held held = null;
    for (Entry.Held h : acquire.held()) {
      held = h.lock() == heldLock ? h : held;
    }
    LockRef wants =
        refs.lock(acquire.lock(), acquire.mode(), wantsAt.isEmpty() ? null : wantsAt.get(0));
    return new CycleEdge(
        refs.thread(uid, run.threadName(uid), List.of()),
        refs.lock(held),
        Refs.takenAt(held.at(), wantsAt),
        wants,
        wantsAt);
  }
}
