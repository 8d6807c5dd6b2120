package io.racewatch.trace.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.trace.Op;
import io.racewatch.trace.RandomTrace;
import io.racewatch.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HappensBeforeTest {
  /** By a matrix of reachability over all pairs of events. */
  private static List<VariableRace> bruteForce(Trace trace) {
    int n = trace.size();
    boolean[][] before = new boolean[n][n];
    for (int b = 0; b < n; b++) {
      for (int a = b - 1; a >= 0; a--) {
        if (!before[a][b] && isEdge(trace, a, b)) {
          before[a][b] = true;
          for (int c = 0; c < a; c++) {
            before[c][b] |= before[c][a];
          }
        }
      }
    }
    List<VariableRace> races = new ArrayList<>();
    for (int x = 0; x < trace.variables().size(); x++) {
      VariableRace race = first(trace, x, before);
      if (race != null) {
        races.add(race);
      }
    }
    races.sort(Comparator.comparingInt(VariableRace::second));
    return races;
  }

  private static boolean isEdge(Trace trace, int a, int b) {
    if (trace.thread(a) == trace.thread(b)) {
      return true;
    }
    if (trace.op(a) == Op.RELEASE && trace.op(b) == Op.ACQUIRE) {
      return trace.operand(a) == trace.operand(b);
    }
    if (trace.op(a) == Op.FORK && trace.op(b) == Op.JOIN && trace.operand(a) == trace.operand(b)) {
      return true; // the thread was there, though it left no event
    }
    return trace.op(a) == Op.FORK && trace.operand(a) == trace.thread(b)
        || trace.op(b) == Op.JOIN && trace.operand(b) == trace.thread(a);
  }

  private static VariableRace first(Trace trace, int x, boolean[][] before) {
    for (int b = 0; b < trace.size(); b++) {
      for (int a = b - 1; a >= 0 && trace.op(b).isAccess() && trace.operand(b) == x; a--) {
        boolean conflict =
            trace.op(a).isAccess()
                && trace.operand(a) == x
                && (trace.op(a) == Op.WRITE || trace.op(b) == Op.WRITE);
        if (conflict && !before[a][b]) {
          return new VariableRace(x, a, b);
        }
      }
    }
    return null;
  }

  @Test
  void agreesWithReachabilityOnRandomRuns() {
    int races = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      Trace trace = RandomTrace.of(seed, 5 + seed % 25);
      List<VariableRace> found = HappensBefore.races(trace);
      assertThat(found).as("seed " + seed).isEqualTo(bruteForce(trace));
      races += found.size();
    }
    assertThat(races).isGreaterThan(1_000);
  }

  /** Locks given back by others, taken twice, threads that act before their fork and after join. */
  @Test
  void agreesWithReachabilityOnNonsense() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      Trace.Builder trace = new Trace.Builder();
      for (int i = 0; i < 40; i++) {
        Op op = Op.values()[random.nextInt(6)];
        String operand = op.isOnThread() ? "T" + random.nextInt(4) : "n" + random.nextInt(3);
        trace.add("T" + random.nextInt(4), op, operand, i);
      }
      Trace made = trace.build();
      assertThat(HappensBefore.races(made)).as("seed " + seed).isEqualTo(bruteForce(made));
    }
  }

  /** A thread for each one-way edge needs no component in clocks. */
  @Test
  void manyThreadsThatOnlyCarryOrder() {
    Trace.Builder trace = new Trace.Builder();
    int edges = 50_000;
    for (int k = 0; k < edges; k++) {
      String writer = "T" + k % 3;
      String reader = "T" + (k + 1) % 3;
      trace.add(writer, Op.WRITE, "x", k).add(writer, Op.FORK, "v." + k, k);
      trace.add("v." + k, Op.READ, "v." + k + ".dummy", k).add(reader, Op.JOIN, "v." + k, k);
    }
    trace.add("T0", Op.WRITE, "y", 0).add("T1", Op.READ, "y", 0);
    assertThat(HappensBefore.races(trace.build()))
        .containsExactly(new VariableRace(edges + 1, 4 * edges, 4 * edges + 1));
  }
}
