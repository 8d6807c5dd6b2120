package io.racewatch.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.graph.LockRequest.Holding;
import io.racewatch.graph.LockRequest.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class LockOrderGraphTest {
  private static final BiPredicate<LockRequest, LockRequest> UNORDERED = (a, b) -> false;
  private int ids;

  private LockRequest exclusive(int thread, int lock, int... held) {
    return request(thread, lock, false, Waits.BLOCKS, held);
  }

  private LockRequest request(int thread, int lock, boolean shared, Waits waits, int... held) {
    List<Holding> holdings = new ArrayList<>();
    for (int h : held) {
      holdings.add(new Holding(Math.abs(h), h < 0));
    }
    ids++;
    return new LockRequest(ids, thread, lock, shared, waits, holdings, "site" + ids);
  }

  private static LockCycles search(LockRequest... requests) {
    return new LockOrderGraph(List.of(requests), UNORDERED, CycleLimits.DEFAULT).cycles();
  }

  private static void assertRuledOut(RuledOut reason, LockCycles cycles) {
    assertThat(cycles.found()).isEmpty();
    assertThat(cycles.ruledOut()).containsOnlyKeys(reason);
  }

  @Test
  void twoInstancesOfOneClassTakenBothWays() {
    LockCycles cycles = search(exclusive(1, 2, 1), exclusive(2, 1, 2));
    assertThat(cycles.found()).hasSize(1);
    assertThat(cycles.found().get(0).requests()).extracting(LockRequest::id).containsExactly(1, 2);
    assertThat(cycles.cut()).isFalse();
  }

  @Test
  void aLockEnteredAgainOrdersNothing() {
    assertThat(search(exclusive(1, 1, 1, 2), exclusive(2, 2, 1)).found()).isEmpty();
    assertThat(search(exclusive(1, 1, 2), exclusive(2, 2, 1)).found()).hasSize(1);
  }

  @Test
  void oneThreadCannotBlockItself() {
    assertRuledOut(RuledOut.SAME_THREAD, search(exclusive(1, 2, 1), exclusive(1, 1, 2)));
  }

  @Test
  void anExclusiveGateKeepsThemApartASharedOneDoesNot() {
    assertRuledOut(RuledOut.GATE, search(exclusive(1, 2, 9, 1), exclusive(2, 1, 9, 2)));
    assertRuledOut(RuledOut.GATE, search(exclusive(1, 2, -9, 1), exclusive(2, 1, 9, 2)));
    assertThat(search(exclusive(1, 2, -9, 1), exclusive(2, 1, -9, 2)).found()).hasSize(1);
  }

  private LockRequest guarded(int holder, int guard, LockRequest r) {
    List<LockRequest.Guard> guards =
        List.of(new LockRequest.Guard(Math.abs(guard), guard < 0, Set.of(holder)));
    return new LockRequest(
        r.id(), r.thread(), r.lock(), r.shared(), r.waits(), r.held(), guards, r.site());
  }

  @Test
  void aLockThatStartersHoldKeepsThemApart() {
    assertRuledOut(
        RuledOut.GATE,
        search(guarded(3, 9, exclusive(1, 2, 1)), guarded(4, 9, exclusive(2, 1, 2))));
    assertRuledOut(RuledOut.GATE, search(guarded(3, 9, exclusive(1, 2, 1)), exclusive(2, 1, 9, 2)));
    assertThat(
            search(guarded(3, -9, exclusive(1, 2, 1)), guarded(4, -9, exclusive(2, 1, 2))).found())
        .hasSize(1);
  }

  @Test
  void aLockOfOneStarterKeepsNoneOfItsOwnApart() {
    assertThat(search(guarded(3, 9, exclusive(1, 2, 1)), guarded(3, 9, exclusive(2, 1, 2))).found())
        .hasSize(1);
    assertThat(search(guarded(2, 9, exclusive(1, 2, 1)), exclusive(2, 1, 9, 2)).found()).hasSize(1);
  }

  @Test
  void aGateOfTwoThatAreNotNeighboursCountsToo() {
    LockRequest[] ring = {
      exclusive(1, 2, 1, 9), exclusive(2, 3, 2), exclusive(3, 4, 3, 9), exclusive(4, 1, 4)
    };
    assertRuledOut(RuledOut.GATE, search(ring));
  }

  @Test
  void sharedModesDoNotExcludeEachOther() {
    assertRuledOut(
        RuledOut.SHARED,
        search(request(1, 2, true, Waits.BLOCKS, 1), request(2, 1, false, Waits.BLOCKS, -2)));
    assertThat(
            search(request(1, 2, false, Waits.BLOCKS, 1), request(2, 1, false, Waits.BLOCKS, -2))
                .found())
        .hasSize(1);
  }

  @Test
  void tryLockNeverWaitsATimedOneDoes() {
    assertRuledOut(
        RuledOut.NEVER_WAITS, search(request(1, 2, false, Waits.NEVER, 1), exclusive(2, 1, 2)));
    assertThat(search(request(1, 2, false, Waits.TIMED, 1), exclusive(2, 1, 2)).found()).hasSize(1);
  }

  @Test
  void orderByStartOrJoinRulesOut() {
    LockRequest a = exclusive(1, 2, 1);
    LockRequest b = exclusive(2, 1, 2);
    for (LockRequest first : List.of(a, b)) {
      LockCycles cycles =
          new LockOrderGraph(List.of(a, b), (x, y) -> x == first, CycleLimits.DEFAULT).cycles();
      assertRuledOut(RuledOut.ORDER, cycles);
    }
  }

  @Test
  void manyThreadsAtTheSameTwoSitesAreOneCycle() {
    List<LockRequest> all = new ArrayList<>();
    for (int t = 0; t < 10; t++) {
      all.add(new LockRequest(++ids, t, 2, false, Waits.BLOCKS, held(1), "transfer"));
      all.add(new LockRequest(++ids, t, 1, false, Waits.BLOCKS, held(2), "audit"));
    }
    LockCycles cycles = new LockOrderGraph(all, UNORDERED, CycleLimits.DEFAULT).cycles();
    assertThat(cycles.found()).hasSize(1);
    assertThat(cycles.found().get(0).seen()).isGreaterThanOrEqualTo(90);
  }

  private static List<Holding> held(int lock) {
    return List.of(new Holding(lock, false));
  }

  @Test
  void fivePhilosophers() {
    LockRequest[] ring = new LockRequest[5];
    for (int i = 0; i < 5; i++) {
      ring[i] = exclusive(i, (i + 1) % 5, i);
    }
    assertThat(search(ring).found()).hasSize(1);
    assertThat(search(ring).found().get(0).requests()).hasSize(5);
  }

  @Test
  void boundsAreReported() {
    LockRequest[] ring = new LockRequest[6];
    for (int i = 0; i < 6; i++) {
      ring[i] = exclusive(i, (i + 1) % 6, i);
    }
    CycleLimits shorter = new CycleLimits(4, 4, 0, 10, 100, 100);
    LockCycles none = new LockOrderGraph(List.of(ring), UNORDERED, shorter).cycles();
    assertThat(none.found()).isEmpty();
    assertThat(none.longest()).isEqualTo(4);

    List<LockRequest> dense = dense(new Random(1), 60, 30, 8);
    CycleLimits few = new CycleLimits(4, 4, 0, 5, 100, 100_000);
    LockCycles cut = new LockOrderGraph(dense, UNORDERED, few).cycles();
    assertThat(cut.found()).hasSize(5);
    assertThat(cut.cut()).isTrue();
  }

  @Test
  void manyInstancesOfOneSiteAreSampledForLongCyclesOnly() {
    List<LockRequest> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      all.add(new LockRequest(++ids, 1, 2 * i, false, Waits.BLOCKS, held(2 * i + 1), "many"));
    }
    all.add(new LockRequest(++ids, 2, 5_999, false, Waits.BLOCKS, held(5_998), "back"));
    for (int i = 0; i < 3; i++) {
      all.add(exclusive(3 + i, 10_000 + (i + 1) % 3, 10_000 + i));
    }
    LockCycles cycles = new LockOrderGraph(all, UNORDERED, CycleLimits.DEFAULT).cycles();
    assertThat(cycles.found()).extracting(c -> c.requests().size()).containsExactly(2, 3);
    assertThat(cycles.cut()).isTrue();
  }

  private List<LockRequest> dense(Random random, int count, int threads, int locks) {
    List<LockRequest> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(exclusive(random.nextInt(threads), random.nextInt(locks), random.nextInt(locks)));
    }
    return all;
  }

  @Test
  void agreesWithBruteForceOnRandomInputs() {
    long seed = System.nanoTime();
    for (int i = 0; i < 5_000; i++) {
      Random random = new Random(seed + i);
      List<LockRequest> all = randomRequests(random);
      long order = random.nextLong();
      BiPredicate<LockRequest, LockRequest> ordered =
          (a, b) -> a.id() < b.id() && (order >>> ((a.id() * 7 + b.id()) % 61) & 7) == 0;
      LockCycles cycles = new LockOrderGraph(all, ordered, CycleLimits.DEFAULT).cycles();
      assertThat(cycles.found().stream().map(c -> ids(c.requests())))
          .as("seed " + (seed + i))
          .containsExactlyInAnyOrderElementsOf(new BruteForceCycles(all, ordered).ids());
    }
  }

  private List<LockRequest> randomRequests(Random random) {
    ids = 0;
    int threads = 2 + random.nextInt(4);
    int locks = 2 + random.nextInt(4);
    List<LockRequest> all = new ArrayList<>();
    int count = 2 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      int[] held = new int[1 + random.nextInt(2)];
      for (int h = 0; h < held.length; h++) {
        held[h] = (1 + random.nextInt(locks)) * (random.nextInt(4) == 0 ? -1 : 1);
      }
      Waits waits = Waits.values()[Math.max(0, random.nextInt(8) - 5)];
      all.add(
          request(
              random.nextInt(threads),
              1 + random.nextInt(locks),
              random.nextInt(4) == 0,
              waits,
              held));
    }
    return all;
  }

  private static List<Integer> ids(List<LockRequest> cycle) {
    return cycle.stream().map(LockRequest::id).toList();
  }
}
