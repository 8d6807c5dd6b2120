package io.racewatch.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HappensBeforeGraphTest {
  private static final EdgeLabel START = new EdgeLabel("start", "worker", null);
  private static final EdgeLabel MONITOR = new EdgeLabel("monitor", "A.lock", null);

  @Test
  void agreesWithTransitiveClosureOnRandomRuns() {
    long seed = System.nanoTime();
    for (int i = 0; i < 4_000; i++) {
      RandomRun run = new RandomRun(seed + i);
      HappensBeforeGraph graph = new HappensBeforeGraph(run.log);
      for (RandomRun.Access a : run.accesses) {
        for (RandomRun.Access b : run.accesses) {
          String what = "seed " + (seed + i) + ": " + a + " before " + b;
          boolean expected = ordersByRelease(run, a, b);
          assertThat(graph.ordered(a.moment(), b.moment())).as(what).isEqualTo(expected);
          assertThat(graph.chain(a.moment(), b.moment()) != null)
              .as("path for " + what)
              .isEqualTo(expected);
        }
      }
    }
  }

  /** In one thread moments between the same two events are equal, so each is before the other. */
  private static boolean ordersByRelease(RandomRun run, RandomRun.Access a, RandomRun.Access b) {
    return run.ordered(a, b) || a.moment().equals(b.moment());
  }

  @Test
  void explainsByTheLastPointThatOrderedTheThreads() {
    SyncLog.Builder b = new SyncLog.Builder(100);
    b.slotTaken(1, 0, 1);
    b.slotTaken(2, 1, 1);
    b.slotTaken(3, 2, 1);
    b.edge(0, 1, new Moment(1, 1, 1), START);
    b.edge(0, 2, new Moment(2, 1, 1), MONITOR);
    b.edge(2, 1, new Moment(1, 2, 2), MONITOR);
    b.edge(0, 7, new Moment(2, 9, 5), START);
    HappensBeforeGraph graph = new HappensBeforeGraph(b.build());
    Moment write = new Moment(0, 5, 0);
    Moment read = new Moment(1, 4, 2);
    assertThat(graph.ordered(write, read)).isFalse();
    assertThat(graph.chain(write, read)).isNull();
    assertThat(graph.lastOrder(write, read))
        .containsExactly(new Step(1, 3, MONITOR), new Step(3, 2, MONITOR));
    assertThat(graph.releasesAfter(write, 5)).containsExactly(new Step(1, 3, START));
    assertThat(graph.lastAcquire(read)).isEqualTo(new Step(3, 2, MONITOR));
    assertThat(graph.lastOrder(read, write)).isNull();
  }

  @Test
  void anAcquireCountsOnlyForMomentsAfterIt() {
    SyncLog.Builder b = new SyncLog.Builder(100);
    b.slotTaken(1, 0, 1);
    b.slotTaken(2, 1, 1);
    b.edge(0, 1, new Moment(1, 1, 1), MONITOR);
    HappensBeforeGraph graph = new HappensBeforeGraph(b.build());
    assertThat(graph.ordered(new Moment(0, 1, 0), new Moment(1, 1, 0))).isFalse();
    assertThat(graph.ordered(new Moment(0, 1, 0), new Moment(1, 1, 1))).isTrue();
    assertThat(graph.ordered(new Moment(0, 2, 0), new Moment(1, 1, 1))).isFalse();
  }

  @Test
  void someKindsAlone() {
    SyncLog.Builder b = new SyncLog.Builder(100);
    b.slotTaken(1, 0, 1);
    b.slotTaken(2, 1, 1);
    b.edge(0, 1, new Moment(1, 1, 1), START);
    b.edge(0, 2, new Moment(1, 1, 2), MONITOR);
    SyncLog log = b.build();
    HappensBeforeGraph starts = new HappensBeforeGraph(log, Set.of("start"));
    assertThat(starts.ordered(new Moment(0, 1, 0), new Moment(1, 3, 2))).isTrue();
    assertThat(starts.ordered(new Moment(0, 2, 0), new Moment(1, 3, 2))).isFalse();
    assertThat(new HappensBeforeGraph(log).ordered(new Moment(0, 2, 0), new Moment(1, 3, 2)))
        .isTrue();
  }

  @Test
  void aThreadInAReusedSlotIsAnotherThread() {
    SyncLog.Builder b = new SyncLog.Builder(100);
    b.slotTaken(1, 0, 1);
    b.slotTaken(2, 1, 1);
    b.slotTaken(3, 0, 10);
    b.edge(0, 12, new Moment(1, 1, 1), START);
    HappensBeforeGraph graph = new HappensBeforeGraph(b.build());
    assertThat(graph.ordered(new Moment(0, 3, 0), new Moment(1, 1, 1))).isFalse();
    assertThat(graph.ordered(new Moment(0, 11, 0), new Moment(1, 1, 1))).isTrue();
  }

  @Test
  void edgesOverTheLimitOrOfUnknownSlotsCutTheLog() {
    SyncLog.Builder full = new SyncLog.Builder(1);
    full.slotTaken(1, 0, 1);
    full.slotTaken(2, 1, 1);
    full.edge(0, 1, new Moment(1, 1, 1), START);
    full.edge(0, 2, new Moment(1, 1, 2), START);
    assertThat(full.build().cut()).isTrue();

    SyncLog.Builder unknown = new SyncLog.Builder(10);
    unknown.slotTaken(1, 0, 1);
    unknown.edge(0, 1, new Moment(1, 1, 1), START);
    SyncLog log = unknown.build();
    assertThat(log.cut()).isTrue();
    assertThat(log.edges()).isZero();
    Moment nobody = new Moment(1, 1, 1);
    assertThat(new HappensBeforeGraph(log).ordered(new Moment(0, 1, 0), nobody)).isFalse();
    assertThat(new HappensBeforeGraph(log).chain(new Moment(0, 1, 0), nobody)).isNull();
    assertThat(new HappensBeforeGraph(log).releasesAfter(nobody, 3)).isEqualTo(List.of());
  }
}
