package io.racewatch.engine;

import io.racewatch.model.CycleEdge;
import io.racewatch.model.LockRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Cycles of locks in words. */
final class CycleText {
  private CycleText() {}

  /** Each lock's name once, in an order that does not depend on the run. */
  static List<String> members(List<CycleEdge> cycle) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    cycle.stream().map(e -> e.wants().lock()).sorted().forEach(names::add);
    return List.copyOf(names);
  }

  /** The locks' names as a list for a sentence; equal ones are counted. */
  static String locks(List<CycleEdge> cycle) {
    List<String> words = new ArrayList<>();
    for (String name : members(cycle)) {
      long count = cycle.stream().filter(e -> e.wants().lock().equals(name)).count();
      words.add(count == 1 ? name : count + " instances of " + name);
    }
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** Who holds and wants what, a sentence part for each thread. */
  static String holdsAndWants(List<CycleEdge> cycle, String wants) {
    List<String> parts = new ArrayList<>();
    for (CycleEdge e : cycle) {
      String name = e.thread().name().isEmpty() ? "thread #" + e.thread().id() : e.thread().name();
      parts.add(name + " holds " + lock(e.holds()) + " and " + wants + " " + lock(e.wants()));
    }
    return String.join("; ", parts);
  }

  static String lock(LockRef lock) {
    return lock.object().isEmpty() ? lock.lock() : lock.lock() + " (" + lock.object() + ")";
  }
}
