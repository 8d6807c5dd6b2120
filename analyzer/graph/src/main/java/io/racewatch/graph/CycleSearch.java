package io.racewatch.graph;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.cycle.HawickJamesSimpleCycles;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultEdge;

/**
 * Cycles of three and more requests, component by component. A cycle in which two requests wait for
 * one lock is left out: it has a shorter one inside. So cycles are no longer than there are locks.
 */
final class CycleSearch {
  /** Ends an enumeration; carries nothing. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  /** The enumeration takes time that grows with the square of this, cycles or not. */
  private static final int MOST_VERTICES = 10_000;

  private final CycleLimits limits;
  private int left;
  private boolean cut;
  private int longest = Integer.MAX_VALUE;

  CycleSearch(CycleLimits limits) {
    this.limits = limits;
    this.left = limits.candidates();
  }

  /** Whether a bound other than the length was met. */
  boolean cut() {
    return cut;
  }

  /** The length up to which all components were searched. */
  int longest() {
    return longest;
  }

  /** Removes what no cycle can pass through: vertices without a way in or a way out. */
  static void prune(Graph<LockRequest, DefaultEdge> graph) {
    ArrayDeque<LockRequest> open = new ArrayDeque<>(graph.vertexSet());
    while (!open.isEmpty()) {
      LockRequest v = open.poll();
      if (!graph.containsVertex(v) || graph.inDegreeOf(v) > 0 && graph.outDegreeOf(v) > 0) {
        continue;
      }
      graph.incomingEdgesOf(v).forEach(e -> open.add(graph.getEdgeSource(e)));
      graph.outgoingEdgesOf(v).forEach(e -> open.add(graph.getEdgeTarget(e)));
      graph.removeVertex(v);
    }
  }

  /** Hands every cycle of at least three requests to the consumer, until a bound is met. */
  void search(Graph<LockRequest, DefaultEdge> graph, Consumer<List<LockRequest>> consumer) {
    for (Set<LockRequest> component :
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
      if (component.size() > 2) {
        searchComponent(new AsSubgraph<>(graph, component), consumer);
      }
    }
  }

  private void searchComponent(
      Graph<LockRequest, DefaultEdge> component, Consumer<List<LockRequest>> consumer) {
    int size = component.vertexSet().size();
    if (size > MOST_VERTICES || component.edgeSet().size() > limits.edges()) {
      cut = true;
      longest = Math.min(longest, 2);
      return;
    }
    int length = size <= limits.small() ? limits.lengthWhenSmall() : limits.length();
    int locks = (int) component.vertexSet().stream().mapToInt(LockRequest::lock).distinct().count();
    if (locks < 3) {
      return;
    }
    if (locks > length) {
      longest = Math.min(longest, length);
    }
    HawickJamesSimpleCycles<LockRequest, DefaultEdge> cycles =
        new HawickJamesSimpleCycles<>(component);
    cycles.setPathLimit(Math.min(length, locks));
    try {
      cycles.findSimpleCycles(
          cycle -> {
            if (left-- <= 0) {
              throw new Enough();
            }
            if (cycle.size() > 2 && distinctLocks(cycle)) {
              consumer.accept(cycle);
            }
          });
    } catch (Enough e) {
      cut = true;
    }
  }

  private static boolean distinctLocks(List<LockRequest> cycle) {
    return cycle.stream().mapToInt(LockRequest::lock).distinct().count() == cycle.size();
  }
}
