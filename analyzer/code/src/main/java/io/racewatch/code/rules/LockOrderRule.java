package io.racewatch.code.rules;

import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Ask;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Summary;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Locks taken in orders that can deadlock; one finding for each set of locks. */
final class LockOrderRule implements ProgramRule {
  private static final int LONGEST = 4;
  private static final int EDGES_KEPT = 40;
  private static final Set<String> ORDERING = Set.of("identityHashCode", "compareTo", "compare");

  @Override
  public void check(View view, Consumer<Finding> out) {
    Map<String, Map<String, List<LockEdge>>> graph = graph(view);
    Set<Set<String>> told = new HashSet<>();
    for (int length = 1; length <= LONGEST; length++) {
      for (String start : graph.keySet()) {
        new Search(view, graph, length, told, out).from(List.of(start));
      }
    }
  }

  static Map<String, Map<String, List<LockEdge>>> graph(View view) {
    Map<String, Map<String, List<LockEdge>>> graph = new TreeMap<>();
    LocalLocks names = new LocalLocks(view.program());
    for (Summary root : view.roots()) {
      for (Ask ask : root.asks()) {
        String to = ask.kind() == Ask.Kind.LOCK ? names.name(ask.wants()) : null;
        if (to != null && !again(names, ask)) {
          for (Locks.Use held : ask.held().uses()) {
            add(graph, new LockEdge(root, ask, held, names.name(held), to));
          }
        }
      }
    }
    return graph;
  }

  /** Whether what is asked for is held already. */
  private static boolean again(LocalLocks names, Ask ask) {
    for (Locks.Use use : ask.held().uses()) {
      if (use.path() == ask.wants().path() || names.same(use, ask.wants())) {
        return true;
      }
    }
    return false;
  }

  private static void add(Map<String, Map<String, List<LockEdge>>> graph, LockEdge edge) {
    if (edge.from() != null) {
      List<LockEdge> edges =
          graph
              .computeIfAbsent(edge.from(), k -> new TreeMap<>())
              .computeIfAbsent(edge.to(), k -> new ArrayList<>());
      if (edges.size() < EDGES_KEPT) {
        edges.add(edge);
      }
    }
  }

  /** Looks for cycles of one length; those with the locks of a shorter one are left out. */
  private record Search(
      View view,
      Map<String, Map<String, List<LockEdge>>> graph,
      int length,
      Set<Set<String>> told,
      Consumer<Finding> out) {
    /** Goes on from the end of a chain of names; chains start at their least name. */
    void from(List<String> chain) {
      String first = chain.get(0);
      String last = chain.get(chain.size() - 1);
      for (String next : graph.getOrDefault(last, Map.of()).keySet()) {
        if (next.equals(first) && chain.size() == length) {
          cycle(chain);
        } else if (next.compareTo(first) > 0 && !chain.contains(next) && chain.size() < length) {
          List<String> longer = new ArrayList<>(chain);
          longer.add(next);
          from(longer);
        }
      }
    }

    private void cycle(List<String> chain) {
      if (told.stream().noneMatch(chain::containsAll)) {
        List<LockEdge> cycle = choose(view, graph, chain);
        if (cycle != null && told.add(new TreeSet<>(chain))) {
          out.accept(finding(view, cycle));
        }
      }
    }
  }

  /** Edges along the chain that can all be met at once, the clearest and shortest; or null. */
  private static List<LockEdge> choose(
      View view, Map<String, Map<String, List<LockEdge>>> graph, List<String> chain) {
    if (chain.size() == 1) {
      return twoOfOne(view, graph.get(chain.get(0)).get(chain.get(0)));
    }
    return extend(view, graph, chain, new ArrayList<>());
  }

  private static List<LockEdge> extend(
      View view,
      Map<String, Map<String, List<LockEdge>>> graph,
      List<String> chain,
      List<LockEdge> chosen) {
    int at = chosen.size();
    if (at == chain.size()) {
      return chosen.get(at - 1).waitsFor(chosen.get(0)) ? new ArrayList<>(chosen) : null;
    }
    List<LockEdge> best = null;
    List<LockEdge> edges = graph.get(chain.get(at)).get(chain.get((at + 1) % chain.size()));
    for (LockEdge edge : edges == null ? List.<LockEdge>of() : edges) {
      boolean fits = at == 0 || chosen.get(at - 1).waitsFor(edge);
      for (LockEdge other : chosen) {
        fits &= edge.beside(other, view) && !edge.gated(other);
      }
      if (fits) {
        chosen.add(edge);
        List<LockEdge> found = extend(view, graph, chain, chosen);
        chosen.remove(at);
        best = better(found, best);
      }
    }
    return best;
  }

  private static List<LockEdge> better(List<LockEdge> found, List<LockEdge> best) {
    return found != null && (best == null || cost(found) < cost(best)) ? found : best;
  }

  private static int cost(List<LockEdge> cycle) {
    int cost = 0;
    for (LockEdge edge : cycle) {
      cost += edge.depth() + (edge.clear() && !edge.ask().guess() ? 0 : 1000);
    }
    return cost;
  }

  /** Two objects of one class, taken in whatever order the caller names them. */
  private static List<LockEdge> twoOfOne(View view, List<LockEdge> edges) {
    List<LockEdge> best = null;
    for (LockEdge edge : edges) {
      Path held = edge.holds().path();
      Path wanted = edge.ask().wants().path();
      boolean swapped =
          held.root().is(Path.Kind.PARAM)
              && wanted.root().is(Path.Kind.PARAM)
              && held.root() != wanted.root()
              && held.parent() == null == (wanted.parent() == null);
      if (swapped && !ordered(edge) && edge.waitsFor(edge) && edge.beside(edge, view)) {
        best = better(List.of(edge, edge), best);
      }
      for (LockEdge other : edges) {
        boolean crossed = held == other.ask().wants().path() && wanted == other.holds().path();
        boolean waits = edge.waitsFor(other) && other.waitsFor(edge);
        if (crossed && waits && edge.beside(other, view) && !edge.gated(other)) {
          best = better(List.of(edge, other), best);
        }
      }
    }
    return best;
  }

  /** Whether a comparison decides which lock comes first. */
  private static boolean ordered(LockEdge edge) {
    for (var step : edge.ask().trace().innermostFirst()) {
      MethodBody body = step.in();
      for (Event event : body.events()) {
        if (event instanceof Event.Call call && ORDERING.contains(call.name())) {
          return true;
        }
      }
    }
    return edge.ask().trace().last().in().comparesNumbers();
  }

  /** Whether all that factories made is reached from one object: else it may be two pairs. */
  private static boolean onePair(View view, List<LockEdge> cycle) {
    LocalLocks locks = new LocalLocks(view.program());
    Set<Path> roots = new HashSet<>();
    for (LockEdge edge : cycle) {
      roots.add(edge.holds().path().root());
      roots.add(edge.ask().wants().path().root());
    }
    return roots.size() == 1 || roots.stream().noneMatch(locks::isFactorys);
  }

  private static Finding finding(View view, List<LockEdge> cycle) {
    Refs refs = view.refs();
    List<CycleEdge> edges = new ArrayList<>();
    List<String> members = new ArrayList<>();
    boolean clear = true;
    boolean same = cycle.get(0).from().equals(cycle.get(1).from());
    long known = cycle.stream().filter(LockEdge::clear).count();
    clear &= onePair(view, cycle);
    for (LockEdge edge : cycle) {
      clear &= !edge.ask().guess();
      boolean most = known == cycle.size() - 1;
      clear &= edge.clear() || same || most && (edge.toElement() || edge.ofClassAndObject());
      edges.add(
          new CycleEdge(
              refs.thread(edge.ask().tag(), edge.in()),
              refs.ref(edge.holds()),
              refs.stack(edge.holds().at()),
              refs.ref(edge.ask().wants()),
              refs.stack(edge.ask().trace())));
      String name = Refs.lock(edge.holds());
      if (!members.contains(name)) {
        members.add(name);
      }
    }
    List<String> short1 = members.stream().map(Refs::simple).toList();
    String title =
        members.size() == 1
            ? "two of " + short1.get(0) + " taken in any order"
            : String.join(" and ", short1) + " taken in different orders";
    String why =
        "If each thread gets its first lock before any gets its second, all wait for ever."
            + " No lock held around them keeps them apart."
            + " Taking the locks in one order everywhere removes the cycle.";
    return Make.ofCycle(
        Rule.LOCK_ORDER_CYCLE,
        clear ? Certainty.LIKELY : Certainty.POSSIBLE,
        title,
        members,
        1,
        edges,
        why);
  }
}
