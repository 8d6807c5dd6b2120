package io.racewatch.trace.witness;

import io.racewatch.trace.lock.NestedAcquire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All cycles of a few nested acquires, by brute force: each wants a lock that the next holds. */
final class Patterns {
  private final List<NestedAcquire> all;
  private final List<List<NestedAcquire>> found = new ArrayList<>();

  private Patterns(List<NestedAcquire> all) {
    this.all = all;
  }

  /** Of different threads that hold no lock in common. */
  static List<Pattern> free(List<NestedAcquire> all) {
    return cycles(all).stream().filter(Patterns::isFree).map(Pattern::new).toList();
  }

  /** All of at least two acquires and different wanted locks, the one with the least id first. */
  static List<List<NestedAcquire>> cycles(List<NestedAcquire> all) {
    Patterns patterns = new Patterns(all);
    for (NestedAcquire first : all) {
      patterns.extend(new ArrayList<>(List.of(first)));
    }
    return patterns.found;
  }

  private void extend(List<NestedAcquire> path) {
    NestedAcquire last = path.get(path.size() - 1);
    if (path.size() > 1 && holds(path.get(0), last.lock())) {
      found.add(List.copyOf(path));
    }
    if (path.size() == 4) {
      return;
    }
    for (NestedAcquire next : all) {
      boolean fresh = path.stream().noneMatch(a -> a.lock() == next.lock());
      if (fresh && next.id() > path.get(0).id() && holds(next, last.lock())) {
        path.add(next);
        extend(path);
        path.remove(path.size() - 1);
      }
    }
  }

  static boolean isFree(List<NestedAcquire> cycle) {
    return !sameThread(cycle) && !gated(cycle);
  }

  static boolean sameThread(List<NestedAcquire> cycle) {
    return cycle.stream().mapToInt(NestedAcquire::thread).distinct().count() < cycle.size();
  }

  static boolean gated(List<NestedAcquire> cycle) {
    for (NestedAcquire a : cycle) {
      for (NestedAcquire b : cycle) {
        if (a != b && Arrays.stream(a.held()).anyMatch(lock -> holds(b, lock))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(NestedAcquire a, int lock) {
    return Arrays.binarySearch(a.held(), lock) >= 0;
  }
}
