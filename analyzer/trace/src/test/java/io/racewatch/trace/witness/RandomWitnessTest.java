package io.racewatch.trace.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.trace.RandomTrace;
import io.racewatch.trace.Reorderings;
import io.racewatch.trace.Trace;
import io.racewatch.trace.lock.NestedAcquire;
import io.racewatch.trace.lock.NestedAcquires;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Verdicts on random traces against all reorderings of them. */
class RandomWitnessTest {
  /** Traces with more states are left out; with the default lengths there are none. */
  private static final int STATES = 400_000;

  private static final int LENGTHS = Integer.getInteger("racewatch.test.lengths", 7);

  /** What was counted over many traces. */
  private static final class Count {
    int traces;
    int raw;
    int sameThread;
    int gate;
    int order;
    int data;
    int witnessed;
    int preserving;
    int possible;
    int reachable;

    double recall() {
      return reachable == 0 ? 1 : (double) witnessed / reachable;
    }

    @Override
    public String toString() {
      return String.format(
          "%d traces: %d raw cycles, %d of one thread, %d behind a gate, %d ordered, %d refuted by"
              + " data, %d possible, %d witnessed (%d sync-preserving), %d reachable: recall %.4f,"
              + " sync-preserving alone %.4f",
          traces,
          raw,
          sameThread,
          gate,
          order,
          data,
          possible,
          witnessed,
          preserving,
          reachable,
          recall(),
          reachable == 0 ? 1 : (double) preserving / reachable);
    }
  }

  @Test
  void verdictsOnRandomTraces() {
    int traces = Integer.getInteger("racewatch.test.traces", 20_000);
    long seed = Long.getLong("racewatch.test.seed", 20261120);
    Count count = new Count();
    for (long s = seed; s < seed + traces; s++) {
      check(s, count);
    }
    System.out.println("seed " + seed + ", " + count);
    assertThat(count.traces).isGreaterThan(traces / 2);
    assertThat(count.recall()).isGreaterThan(0.85);
    assertThat(count.reachable).isGreaterThan(traces / 100);
    assertThat(count.gate).isPositive();
    assertThat(count.order).isPositive();
    assertThat(count.data).isPositive();
    assertThat(count.preserving).isLessThan(count.witnessed);
  }

  private static void check(long seed, Count count) {
    Trace trace = RandomTrace.of(seed, 4 + (int) (seed % LENGTHS));
    List<NestedAcquire> acquires = NestedAcquires.of(trace);
    List<List<NestedAcquire>> cycles = Patterns.cycles(acquires);
    Set<Set<Integer>> deadlocks =
        cycles.isEmpty() ? Set.of() : Reorderings.deadlocks(trace, STATES);
    if (deadlocks == null) {
      return;
    }
    count.traces++;
    count.raw += cycles.size();
    History history = new History(trace);
    WitnessSearch search = new WitnessSearch(history, WitnessSearch.STEPS);
    int told = 0;
    for (List<NestedAcquire> cycle : cycles) {
      boolean reachable = deadlocks.stream().anyMatch(d -> isOf(d, cycle));
      if (!Patterns.isFree(cycle)) {
        assertThat(reachable).as("seed " + seed).isFalse();
        count.sameThread += Patterns.sameThread(cycle) ? 1 : 0;
        count.gate += Patterns.sameThread(cycle) ? 0 : 1;
        continue;
      }
      told += reachable ? 1 : 0;
      count.reachable += reachable ? 1 : 0;
      Pattern pattern = new Pattern(cycle);
      Judgement j = search.judge(pattern);
      check("seed " + seed + " " + j, j, reachable, deadlocks, count);
      Closure closure = new Closure(history, Respect.ACQUIRES, pattern, new Budget(Long.MAX_VALUE));
      count.preserving += closure.settle(new int[cycle.size()]) ? 1 : 0;
    }
    // Every deadlock that can be reached is one of the cycles that were judged.
    for (Set<Integer> d : deadlocks) {
      assertThat(cycles).as("seed " + seed).anyMatch(cycle -> isOf(d, cycle));
    }
    assertThat(told > 0).as("seed " + seed).isEqualTo(!deadlocks.isEmpty());
  }

  private static void check(
      String what, Judgement j, boolean reachable, Set<Set<Integer>> deadlocks, Count count) {
    switch (j.verdict()) {
      case WITNESSED -> {
        count.witnessed++;
        assertThat(deadlocks).as(what).contains(set(j.events()));
      }
      case RULED_OUT -> {
        assertThat(reachable).as(what).isFalse();
        count.order += j.reason() == Judgement.Reason.ORDER ? 1 : 0;
        count.gate += j.reason() == Judgement.Reason.GATE ? 1 : 0;
        count.data += j.reason() == Judgement.Reason.DATA ? 1 : 0;
      }
      default -> count.possible++;
    }
  }

  private static Set<Integer> set(int[] events) {
    return java.util.Arrays.stream(events).boxed().collect(Collectors.toSet());
  }

  private static boolean isOf(Set<Integer> deadlock, List<NestedAcquire> cycle) {
    return deadlock.size() == cycle.size()
        && deadlock.stream()
            .allMatch(
                e ->
                    cycle.stream().anyMatch(a -> java.util.Arrays.binarySearch(a.events(), e) >= 0))
        && cycle.stream()
            .allMatch(
                a ->
                    deadlock.stream()
                        .anyMatch(e -> java.util.Arrays.binarySearch(a.events(), e) >= 0));
  }
}
