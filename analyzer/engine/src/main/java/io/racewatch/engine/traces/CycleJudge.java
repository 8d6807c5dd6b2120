package io.racewatch.engine.traces;

import io.racewatch.graph.CycleFilter;
import io.racewatch.graph.CycleLimits;
import io.racewatch.graph.LockCycleSearch;
import io.racewatch.graph.LockRequest;
import io.racewatch.graph.LockRequest.Holding;
import io.racewatch.graph.LockRequest.Waits;
import io.racewatch.graph.RuledOut;
import io.racewatch.trace.Trace;
import io.racewatch.trace.lock.NestedAcquire;
import io.racewatch.trace.lock.NestedAcquires;
import io.racewatch.trace.witness.History;
import io.racewatch.trace.witness.Judgement;
import io.racewatch.trace.witness.Judgement.Reason;
import io.racewatch.trace.witness.Pattern;
import io.racewatch.trace.witness.Verdict;
import io.racewatch.trace.witness.WitnessSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All cycles of lock orders of one trace, judged. */
final class CycleJudge {
  /** Cycles that are judged; more are only said to be there. */
  private static final int MOST = 10_000;

  /**
   * And fewer in a long trace: so many events may be looked at, for each cycle may need them all.
   */
  private static final long EVENTS = 300_000_000L;

  private static final int LEAST = 100;

  /** Bytes of heap for each edge of the graph that is searched: it takes about a quarter of it. */
  private static final long HEAP = 2_048;

  private static final CycleLimits LIMITS =
      new CycleLimits(
          5,
          10,
          32,
          MOST,
          1_000_000,
          (int) Math.min(1_000_000, Runtime.getRuntime().maxMemory() / HEAP));

  /** A cycle in words: a schedule can be as long as the trace, so it is not kept. */
  private record Told(int[] events, TraceDeadlock words) {}

  /** Ends the search. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  private final Trace trace;
  private final List<NestedAcquire> acquires;
  private final CycleFilter filter = new CycleFilter((a, b) -> false);
  private final List<Told> judged = new ArrayList<>();
  private final DeadlockText text;
  private final int most;
  private final List<String> notes = new ArrayList<>();
  private WitnessSearch witnesses;

  CycleJudge(Trace trace) {
    this.trace = trace;
    this.acquires = NestedAcquires.of(trace);
    this.text = new DeadlockText(trace);
    this.most = (int) Math.max(LEAST, Math.min(MOST, EVENTS / Math.max(1, trace.size())));
  }

  /** The cycles by their lines. */
  List<TraceDeadlock> all() {
    List<LockRequest> requests = new ArrayList<>();
    acquires.forEach(a -> requests.add(request(a)));
    LockCycleSearch search = new LockCycleSearch(requests, LIMITS);
    try {
      search.search(this::judge);
      if (search.cut()) {
        notes.add("there were too many lock orders to search all for cycles; some may be missing");
      }
      if (search.longest() < Integer.MAX_VALUE) {
        notes.add("cycles of more than " + search.longest() + " threads were not searched for");
      }
    } catch (Enough e) {
      notes.add(
          "there are more lock cycles: only the first "
              + most
              + " were judged, for there may be"
              + " very many, and each may take as long as the trace");
    }
    return judged.stream()
        .sorted((a, b) -> Arrays.compare(a.events(), b.events()))
        .map(Told::words)
        .toList();
  }

  /** Lines that a reader must know. */
  List<String> notes() {
    return notes;
  }

  private static LockRequest request(NestedAcquire a) {
    List<Holding> held = new ArrayList<>();
    for (int lock : a.held()) {
      held.add(new Holding(lock, false));
    }
    return new LockRequest(
        a.id(), a.thread(), a.lock(), false, Waits.BLOCKS, held, Integer.toString(a.id()));
  }

  private void judge(List<LockRequest> cycle) {
    if (judged.size() == most) {
      throw new Enough();
    }
    List<NestedAcquire> sides = cycle.stream().map(r -> acquires.get(r.id())).toList();
    RuledOut reason = filter.reason(cycle);
    Judgement j =
        leastFirst(reason == null ? witness(new Pattern(sides)) : filtered(sides, reason));
    judged.add(new Told(j.events(), text.deadlock(j)));
  }

  private static Judgement filtered(List<NestedAcquire> sides, RuledOut by) {
    Reason reason = by == RuledOut.SAME_THREAD ? Reason.SAME_THREAD : Reason.GATE;
    int[] events = sides.stream().mapToInt(NestedAcquire::first).toArray();
    return new Judgement(Verdict.RULED_OUT, reason, events, null);
  }

  private Judgement witness(Pattern pattern) {
    if (witnesses == null) {
      History history = new History(trace);
      if (!history.consistent()) {
        notes.add(
            "a lock is taken while another thread has it, or given back by another; no schedule is"
                + " searched for");
      }
      witnesses = new WitnessSearch(history, WitnessSearch.STEPS);
    }
    return witnesses.judge(pattern);
  }

  private static Judgement leastFirst(Judgement j) {
    int[] events = j.events();
    int least = 0;
    for (int i = 1; i < events.length; i++) {
      least = events[i] < events[least] ? i : least;
    }
    int[] turned = new int[events.length];
    for (int i = 0; i < events.length; i++) {
      turned[i] = events[(least + i) % events.length];
    }
    return new Judgement(j.verdict(), j.reason(), turned, j.schedule());
  }
}
