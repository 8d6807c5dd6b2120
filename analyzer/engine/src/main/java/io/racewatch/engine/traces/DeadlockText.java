package io.racewatch.engine.traces;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import io.racewatch.trace.witness.Judgement;
import io.racewatch.trace.witness.Judgement.Reason;
import io.racewatch.trace.witness.Schedule;
import io.racewatch.trace.witness.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Judged cycles in words. */
final class DeadlockText {
  /** Steps of a schedule that are told, of longer ones: the first. */
  private static final int FIRST = 4;

  /** And the last, which matter more. */
  private static final int LAST = 16;

  /** How far back the acquire of a held lock is looked for. */
  private static final int FAR = 1_000_000;

  private final Trace trace;

  DeadlockText(Trace trace) {
    this.trace = trace;
  }

  TraceDeadlock deadlock(Judgement j) {
    List<Integer> lines = new ArrayList<>();
    List<String> sides = new ArrayList<>();
    for (int i = 0; i < j.events().length; i++) {
      int before = j.events()[(i + j.events().length - 1) % j.events().length];
      lines.add(Trace.line(j.events()[i]));
      sides.add(side(j.events()[i], trace.operand(before)));
    }
    boolean told = j.reason() != null && j.reason() != Reason.BUDGET;
    return new TraceDeadlock(
        lines,
        sides,
        j.verdict().id(),
        told ? j.reason().id() : "",
        explanation(j),
        j.schedule() == null ? List.of() : schedule(j.schedule()));
  }

  private String side(int event, int held) {
    int taken = taken(event, held);
    return thread(trace.thread(event))
        + " holds "
        + trace.locks().name(held)
        + (taken < 0 ? "" : " (line " + Trace.line(taken) + ")")
        + " and wants "
        + trace.locks().name(trace.operand(event))
        + " (line "
        + Trace.line(event)
        + ")";
  }

  /** The acquire by which the thread of an event holds a lock; -1 if it is far away. */
  private int taken(int event, int lock) {
    int inside = 0;
    for (int e = event - 1; e >= Math.max(0, event - FAR); e--) {
      if (trace.thread(e) == trace.thread(event) && trace.operand(e) == lock) {
        if (trace.op(e) == Op.RELEASE) {
          inside++;
        } else if (trace.op(e) == Op.ACQUIRE && inside-- == 0) {
          return e;
        }
      }
    }
    return -1;
  }

  private String thread(int number) {
    return trace.threads().name(number);
  }

  private static String explanation(Judgement j) {
    if (j.verdict() == Verdict.WITNESSED) {
      return "there is an order of the same events that ends so; it was replayed";
    }
    if (j.reason() == null) {
      return "the trace contradicts itself, so no schedule was searched for";
    }
    boolean out = j.verdict() == Verdict.RULED_OUT;
    return switch (j.reason()) {
      case SAME_THREAD -> "one thread takes the locks both ways";
      case GATE -> "locks held around them keep the threads apart";
      case ORDER -> "a fork or a join puts one before the other";
      case DATA ->
          out
              ? "what one thread reads under a lock, another writes only after its own acquire"
              : "no order of the same events ends so and keeps what each read saw; but those reads"
                  + " are unguarded or part of an update, so they may not matter";
      case BUDGET -> "no order was found within the bounds of the search";
    };
  }

  private List<String> schedule(Schedule schedule) {
    List<Schedule.Stretch> stretches = schedule.stretches(trace);
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      boolean shown = i < FIRST || i >= stretches.size() - LAST;
      if (shown) {
        steps.add(step(stretches.get(i)));
      } else if (i == FIRST) {
        steps.add("… " + (stretches.size() - FIRST - LAST) + " more stretches");
      }
    }
    int[] acquires = schedule.acquires();
    for (int i = 0; i < acquires.length; i++) {
      int e = acquires[i];
      int next = acquires[(i + 1) % acquires.length];
      steps.add(
          thread(trace.thread(e))
              + " waits at line "
              + Trace.line(e)
              + " for "
              + trace.locks().name(trace.operand(e))
              + ", which "
              + thread(trace.thread(next))
              + " holds");
    }
    return steps;
  }

  private String step(Schedule.Stretch s) {
    String who = thread(s.thread());
    if (s.count() == 1) {
      return who + " does line " + Trace.line(s.from()) + ": " + event(s.from());
    }
    return who
        + " does its "
        + s.count()
        + " events from line "
        + Trace.line(s.from())
        + " to line "
        + Trace.line(s.to())
        + ", the last "
        + event(s.to());
  }

  private String event(int e) {
    Op op = trace.op(e);
    if (op.isIdle()) {
      return op.word();
    }
    int x = trace.operand(e);
    String on =
        op.isAccess()
            ? trace.variables().name(x)
            : op.isOnLock() ? trace.locks().name(x) : thread(x);
    return op.word() + "(" + on + ")";
  }
}
