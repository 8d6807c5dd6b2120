package io.racewatch.trace.witness;

import io.racewatch.trace.witness.Judgement.Reason;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges patterns of one trace. In this order: closures that grow stricter (fork and join, locks,
 * guards, all reads) show that no order exists; the sync-preserving closure shows one in time
 * linear in the trace; else the orders of the part that matters are searched within a budget. A
 * witness counts only if its {@link Replay} ends in the deadlock. Not thread-safe.
 */
public final class WitnessSearch {
  /** Steps for all patterns of a trace; a step takes a few nanoseconds. */
  public static final long STEPS = 2_000_000_000L;

  private static final long STEPS_A_PATTERN = 200_000_000L;
  private static final long STEPS_A_SEARCH = 4_000_000L;
  private static final int LARGEST_SLICE = 200_000;
  private static final int MOST_CHOICES = 64;

  private final History history;
  private final Budget all;

  /** For all patterns of one trace together. */
  public WitnessSearch(History history, long steps) {
    this.history = history;
    this.all = new Budget(steps);
  }

  /** What can be said of a cycle in which no two threads are one and no lock is held by two. */
  public Judgement judge(Pattern pattern) {
    Budget budget = all.atMost(STEPS_A_PATTERN);
    if (!history.consistent()) {
      return new Judgement(Verdict.POSSIBLE, null, events(pattern, first(pattern)), null);
    }
    Judgement refuted = refute(pattern, budget);
    if (refuted != null) {
      return refuted;
    }
    Judgement preserved = syncPreserving(pattern, budget);
    if (preserved != null) {
      return preserved;
    }
    return search(pattern, budget);
  }

  private static int[] first(Pattern pattern) {
    return new int[pattern.size()];
  }

  private static int[] events(Pattern pattern, int[] chosen) {
    int[] events = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      events[i] = pattern.get(i).events()[chosen[i]];
    }
    return events;
  }

  private Judgement refute(Pattern pattern, Budget budget) {
    Respect[] stages = {Respect.THREADS, Respect.LOCKS, Respect.GUARDS, Respect.READS};
    Reason[] reasons = {Reason.ORDER, Reason.GATE, Reason.DATA, Reason.DATA};
    for (int i = 0; i < stages.length; i++) {
      boolean settled = new Closure(history, stages[i], pattern, budget).settle(first(pattern));
      if (budget.isSpent()) {
        return possible(pattern, Reason.BUDGET);
      }
      if (!settled) {
        Verdict verdict = stages[i] == Respect.READS ? Verdict.POSSIBLE : Verdict.RULED_OUT;
        return new Judgement(verdict, reasons[i], events(pattern, first(pattern)), null);
      }
    }
    return null;
  }

  private static Judgement possible(Pattern pattern, Reason reason) {
    return new Judgement(Verdict.POSSIBLE, reason, events(pattern, first(pattern)), null);
  }

  private Judgement syncPreserving(Pattern pattern, Budget budget) {
    Closure closure = new Closure(history, Respect.ACQUIRES, pattern, budget);
    int[] chosen = first(pattern);
    if (!closure.settle(chosen)) {
      return null;
    }
    int[] sizes = closure.sizes();
    int[] order = new int[Arrays.stream(sizes).sum()];
    int n = 0;
    for (int t = 0; t < sizes.length; t++) {
      for (int at = 0; at < sizes[t]; at++) {
        order[n++] = history.event(t, at);
      }
    }
    Arrays.sort(order);
    return confirmed(new Schedule(order, events(pattern, chosen)));
  }

  /** A judgement if the replay agrees, else null. */
  private Judgement confirmed(Schedule schedule) {
    return Replay.confirms(history, schedule)
        ? new Judgement(Verdict.WITNESSED, null, schedule.acquires(), schedule)
        : null;
  }

  private Judgement search(Pattern pattern, Budget budget) {
    Judgement[] found = new Judgement[1];
    switch (search(pattern, Respect.READS, budget, found)) {
      case FOUND:
        return found[0];
      case UNKNOWN:
        return possible(pattern, Reason.BUDGET);
      default:
        break;
    }
    // Nothing that keeps to all reads exists. Is it what guards read, or even locks alone?
    switch (search(pattern, Respect.GUARDS, budget, null)) {
      case FOUND, UNKNOWN:
        return possible(pattern, Reason.DATA);
      default:
        break;
    }
    boolean locks = search(pattern, Respect.LOCKS, budget, null) == ScheduleSearch.Answer.NONE;
    Reason reason = locks ? Reason.GATE : Reason.DATA;
    return new Judgement(Verdict.RULED_OUT, reason, events(pattern, first(pattern)), null);
  }

  /** Tries choices of acquires, the earliest first; NONE only if all were tried to their end. */
  private ScheduleSearch.Answer search(
      Pattern pattern, Respect respect, Budget budget, Judgement[] found) {
    ArrayDeque<int[]> open = new ArrayDeque<>(List.of(first(pattern)));
    Set<List<Integer>> known = new HashSet<>();
    ScheduleSearch.Answer answer = ScheduleSearch.Answer.NONE;
    for (int tried = 0; !open.isEmpty(); ) {
      int[] chosen = open.poll();
      Closure closure = new Closure(history, respect, pattern, budget);
      boolean settled = closure.settle(chosen);
      if (budget.isSpent() || tried == MOST_CHOICES) {
        return ScheduleSearch.Answer.UNKNOWN;
      }
      if (!settled || !known.add(Arrays.stream(chosen).boxed().toList())) {
        continue;
      }
      tried++;
      ScheduleSearch.Answer one = search(pattern, chosen, closure, respect, budget, found);
      if (one == ScheduleSearch.Answer.FOUND) {
        return one;
      }
      answer = one == ScheduleSearch.Answer.UNKNOWN ? one : answer;
      for (int i = 0; i < chosen.length; i++) {
        if (chosen[i] + 1 < pattern.get(i).events().length) {
          int[] next = chosen.clone();
          next[i]++;
          open.add(next);
        }
      }
    }
    return answer;
  }

  private ScheduleSearch.Answer search(
      Pattern pattern,
      int[] chosen,
      Closure closure,
      Respect respect,
      Budget budget,
      Judgement[] found) {
    int[] acquires = events(pattern, chosen);
    Slice slice = SliceBuilder.build(history, respect, closure.sizes(), acquires, LARGEST_SLICE);
    if (slice == null) {
      return ScheduleSearch.Answer.UNKNOWN;
    }
    ScheduleSearch search = new ScheduleSearch(slice, budget.atMost(STEPS_A_SEARCH));
    ScheduleSearch.Answer answer = search.run();
    if (answer == ScheduleSearch.Answer.FOUND && found != null) {
      found[0] = confirmed(new Schedule(search.events(), acquires));
      return found[0] == null ? ScheduleSearch.Answer.UNKNOWN : answer;
    }
    return answer;
  }
}
