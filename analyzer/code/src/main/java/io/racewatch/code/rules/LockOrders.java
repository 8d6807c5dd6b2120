package io.racewatch.code.rules;

import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.Path;
import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.code.summary.Locks;
import io.racewatch.model.CycleEdge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All orders in which the program can take two locks, one for each pair of names. */
final class LockOrders {
  /** More are left out, those of the longest ways first. */
  private static final int MOST = 5_000;

  private LockOrders() {}

  /** Sorted by names; of several ways to one order the clearest and shortest. */
  static List<PossibleOrder> of(View view) {
    Map<String, LockEdge> best = new TreeMap<>();
    for (Map<String, List<LockEdge>> from : LockOrderRule.graph(view).values()) {
      for (List<LockEdge> edges : from.values()) {
        for (LockEdge edge : edges) {
          String names = Refs.lock(edge.holds()) + " > " + Refs.lock(edge.ask().wants());
          if (!local(edge)) {
            best.merge(names, edge, (old, other) -> cost(other) < cost(old) ? other : old);
          }
        }
      }
    }
    List<LockEdge> chosen = new ArrayList<>(best.values());
    if (chosen.size() > MOST) {
      chosen.sort(java.util.Comparator.comparingInt(LockOrders::cost));
      chosen = chosen.subList(0, MOST);
    }
    List<PossibleOrder> orders = new ArrayList<>();
    for (LockEdge edge : chosen) {
      orders.add(order(view, edge));
    }
    orders.sort(
        java.util.Comparator.comparing(PossibleOrder::from).thenComparing(PossibleOrder::to));
    return orders;
  }

  /** A lock that the method itself made has no name that others know it by. */
  private static boolean local(LockEdge edge) {
    return edge.holds().path().is(Path.Kind.MADE) || edge.ask().wants().path().is(Path.Kind.MADE);
  }

  private static int cost(LockEdge edge) {
    return edge.depth() + (edge.clear() && !edge.ask().guess() ? 0 : 1000);
  }

  private static PossibleOrder order(View view, LockEdge edge) {
    Refs refs = view.refs();
    CycleEdge shown =
        new CycleEdge(
            refs.thread(edge.ask().tag(), edge.in()),
            refs.ref(edge.holds()),
            refs.stack(edge.holds().at()),
            refs.ref(edge.ask().wants()),
            refs.stack(edge.ask().trace()));
    Set<String> gates = new HashSet<>();
    for (Locks.Use use : edge.ask().held().uses()) {
      boolean other = use.path() != edge.holds().path();
      if (other && LockClass.single(use.path()) && use.mode() == Held.Mode.EXCLUSIVE) {
        gates.add(Refs.lock(use));
      }
    }
    boolean main = View.isMain(edge.in().of()) && edge.ask().tag() < 0;
    return new PossibleOrder(shown, gates, edge.clear() && !edge.ask().guess(), main);
  }
}
