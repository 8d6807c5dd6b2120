package io.racewatch.graph;

import io.racewatch.graph.LockRequest.Holding;
import io.racewatch.graph.LockRequest.Waits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/** All cycles that can deadlock, by trying every sequence; written apart from the graph. */
final class BruteForceCycles {
  private final List<LockRequest> all;
  private final BiPredicate<LockRequest, LockRequest> ordered;
  private final List<List<Integer>> found = new ArrayList<>();

  BruteForceCycles(List<LockRequest> all, BiPredicate<LockRequest, LockRequest> ordered) {
    this.all = all;
    this.ordered = ordered;
  }

  List<List<Integer>> ids() {
    for (LockRequest first : all) {
      Deque<LockRequest> path = new ArrayDeque<>(List.of(first));
      extend(first, path);
    }
    return found;
  }

  private void extend(LockRequest first, Deque<LockRequest> path) {
    for (LockRequest next : all) {
      if (!blocks(path.getLast(), next)) {
        continue;
      }
      if (next == first && path.size() > 1 && possible(List.copyOf(path))) {
        found.add(path.stream().map(LockRequest::id).toList());
      } else if (next.id() > first.id() && !path.contains(next)) {
        path.addLast(next);
        extend(first, path);
        path.removeLast();
      }
    }
  }

  private static boolean blocks(LockRequest a, LockRequest b) {
    for (Holding h : b.held()) {
      if (h.lock() == a.lock() && (!h.shared() || !a.shared())) {
        return true;
      }
    }
    return false;
  }

  private boolean possible(List<LockRequest> cycle) {
    if (cycle.stream().map(LockRequest::lock).distinct().count() < cycle.size()) {
      return false;
    }
    for (LockRequest a : cycle) {
      boolean again = a.held().stream().anyMatch(h -> h.lock() == a.lock());
      if (again || a.waits() == Waits.NEVER) {
        return false;
      }
      for (LockRequest b : cycle) {
        if (a != b && (a.thread() == b.thread() || ordered.test(a, b) || exclude(a, b))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean exclude(LockRequest a, LockRequest b) {
    for (Holding x : a.held()) {
      for (Holding y : b.held()) {
        if (x.lock() == y.lock() && (!x.shared() || !y.shared())) {
          return true;
        }
      }
    }
    return false;
  }
}
