package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One way to write a cycle, whichever element it was found from. */
final class Rotation {
  private Rotation() {}

  /** The least of all rotations of the list. */
  static <T> List<T> least(List<T> cycle, Comparator<? super T> order) {
    int best = 0;
    for (int start = 1; start < cycle.size(); start++) {
      if (compare(cycle, start, best, order) < 0) {
        best = start;
      }
    }
    if (best == 0) {
      return cycle;
    }
    List<T> turned = new ArrayList<>(cycle.size());
    turned.addAll(cycle.subList(best, cycle.size()));
    turned.addAll(cycle.subList(0, best));
    return turned;
  }

  private static <T> int compare(List<T> cycle, int a, int b, Comparator<? super T> order) {
    int size = cycle.size();
    for (int i = 0; i < size; i++) {
      int c = order.compare(cycle.get((a + i) % size), cycle.get((b + i) % size));
      if (c != 0) {
        return c;
      }
    }
    return 0;
  }
}
