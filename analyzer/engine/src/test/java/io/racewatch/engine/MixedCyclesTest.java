package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockGraph;
import io.racewatch.model.LockGraph.Edge;
import io.racewatch.model.LockGraph.Node;
import io.racewatch.model.LockGraph.Verdict;
import io.racewatch.model.LockRef;
import io.racewatch.model.Rule;
import io.racewatch.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MixedCyclesTest {
  private static final String A = "app.A.lock";
  private static final String B = "app.B.lock";
  private static final String C = "app.C.lock";

  private final SeenOrders seen = new SeenOrders();
  private final List<PossibleOrder> possible = new ArrayList<>();
  private final List<Finding> known = new ArrayList<>();

  private static CycleEdge edge(String holds, String wants, String mode, String thread) {
    List<Frame> at = List.of(new Frame("app.Work", "take", "Work.java", 9));
    ThreadRef who = thread == null ? null : new ThreadRef(thread, 7, false, List.of(), List.of());
    return new CycleEdge(
        who,
        new LockRef(holds, "", "java.lang.Object", mode, at.get(0)),
        at,
        new LockRef(wants, "", "java.lang.Object", mode, at.get(0)),
        at);
  }

  private void ran(String holds, String wants, int thread, String... beside) {
    CycleEdge edge = edge(holds, wants, "exclusive", "worker-" + thread);
    Set<String> gates = Set.of(beside);
    Set<Integer> numbers = new java.util.HashSet<>();
    gates.forEach(each -> numbers.add(each.hashCode()));
    seen.add(new SeenOrders.Seen(edge, 1, thread, thread == 1, numbers, gates, false));
  }

  private void may(String holds, String wants, boolean clear, String... gates) {
    CycleEdge edge = edge(holds, wants, "exclusive", null);
    possible.add(new PossibleOrder(edge, Set.of(gates), clear, false));
  }

  private List<Finding> found() {
    return new MixedCycles(seen, possible, known, new Findings(new Scopes(List.of()))).all();
  }

  @Test
  void oneOrderOfARunAndOneOfTheBytecode() {
    ran(A, B, 5);
    may(B, A, true);
    Finding found = found().get(0);
    assertThat(found.rule()).isEqualTo(Rule.LOCK_ORDER_CYCLE);
    assertThat(found.certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(found.members()).containsExactly(A, B);
    assertThat(found.cycle()).hasSize(2).allSatisfy(e -> assertThat(e.wantsAt()).isNotEmpty());
    assertThat(found.explanation().text())
        .startsWith(
            "A run took app.B.lock while it held app.A.lock; the bytecode lets a thread take"
                + " app.A.lock while it held app.B.lock, which no run did.");
  }

  @Test
  void anOrderOfWhichTheLocksAreNotClearIsPossible() {
    ran(A, B, 5);
    may(B, A, false);
    assertThat(found()).extracting(Finding::certainty).containsExactly(Certainty.POSSIBLE);
  }

  @Test
  void twoOrdersOfARunProveLess() {
    ran(A, B, 5);
    ran(B, C, 6);
    may(C, A, true);
    assertThat(found()).extracting(Finding::certainty).containsExactly(Certainty.POSSIBLE);
  }

  @Test
  void oneThreadDoesNotWaitForItself() {
    ran(A, B, 5);
    ran(B, C, 5);
    may(C, A, true);
    assertThat(found()).isEmpty();
  }

  @Test
  void aCommonLockKeepsThemApart() {
    ran(A, B, 5, "app.Gate.class");
    may(B, A, true, "app.Gate.class");
    assertThat(found()).isEmpty();
  }

  @Test
  void whatTheFirstThreadAloneDoesIsOneThread() {
    ran(A, B, 1);
    possible.add(new PossibleOrder(edge(B, A, "exclusive", null), Set.of(), true, true));
    assertThat(found()).isEmpty();
    ran(A, B, 5);
    assertThat(found()).hasSize(1);
  }

  @Test
  void sharedModesDoNotWait() {
    CycleEdge reads = edge(A, B, "shared", "worker-5");
    seen.add(new SeenOrders.Seen(reads, 1, 5, false, Set.of(), Set.of(), false));
    possible.add(new PossibleOrder(edge(B, A, "shared", null), Set.of(), true, false));
    assertThat(found()).isEmpty();
  }

  @Test
  void whatOneHalfSeesAloneIsNotToldAgain() {
    ran(A, B, 5);
    may(A, B, true);
    may(B, A, true);
    assertThat(found()).as("the bytecode has both orders and judged them").isEmpty();
  }

  @Test
  void locksOfAFindingAreNotToldAgain() {
    ran(A, B, 5);
    may(B, A, true);
    known.addAll(found());
    assertThat(found()).isEmpty();
  }

  @Test
  void onePictureHoldsBothAndDotsWhatNoRunTook() {
    ran(A, B, 5);
    may(B, A, true);
    may(B, C, true);
    may(A, B, true);
    List<Node> nodes = List.of(new Node(A, 0, 0), new Node(B, 1, 1));
    Edge took = new Edge(0, 1, 3, List.of("worker-5"), null, Verdict.PLAIN, "");
    known.add(cycle());
    LockGraph graph = OnePicture.of(new LockGraph(nodes, List.of(took), 0), possible, known);
    assertThat(graph.nodes()).extracting(Node::name).containsExactly(A, B, C);
    assertThat(graph.edges())
        .extracting(e -> e.from() + ">" + e.to() + " " + e.verdict() + " " + e.possible())
        .containsExactly("0>1 CYCLE false", "1>0 CYCLE true", "1>2 PLAIN true");
  }

  private Finding cycle() {
    SeenOrders orders = new SeenOrders();
    orders.add(
        new SeenOrders.Seen(
            edge(A, B, "exclusive", "worker-5"), 1, 5, false, Set.of(), Set.of(), false));
    PossibleOrder back = new PossibleOrder(edge(B, A, "exclusive", null), Set.of(), true, false);
    Findings make = new Findings(new Scopes(List.of()));
    return new MixedCycles(orders, List.of(back), List.of(), make).all().get(0);
  }
}
