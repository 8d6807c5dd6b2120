package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Happens-before by full vector clocks and full histories: slow and plainly right, the witness
 * against which the real detector is held.
 */
final class ReferenceDetector {
  private final int threads;
  private final int[][] clocks;
  private final Map<Object, int[]> objects = new HashMap<>();
  private final Map<Integer, List<Event>> histories = new HashMap<>();

  private record Event(int thread, int clock, boolean write, int site) {}

  ReferenceDetector(int threads) {
    this.threads = threads;
    this.clocks = new int[threads][threads];
    for (int t = 0; t < threads; t++) {
      clocks[t][t] = 1;
    }
  }

  void release(int thread, Object object) {
    max(objects.computeIfAbsent(object, o -> new int[threads]), clocks[thread]);
    clocks[thread][thread]++;
  }

  void acquire(int thread, Object object) {
    int[] clock = objects.get(object);
    if (clock != null) {
      max(clocks[thread], clock);
    }
  }

  void fork(int parent, int child) {
    max(clocks[child], clocks[parent]);
    clocks[parent][parent]++;
  }

  void join(int joiner, int ended) {
    max(clocks[joiner], clocks[ended]);
  }

  /** The sites of all earlier accesses with which this one races. */
  List<Integer> access(int thread, int variable, boolean write, int site) {
    List<Event> history = histories.computeIfAbsent(variable, v -> new ArrayList<>());
    List<Integer> races = new ArrayList<>();
    for (Event e : history) {
      boolean conflict = (write || e.write) && e.thread != thread;
      if (conflict && clocks[thread][e.thread] < e.clock) {
        races.add(e.site);
      }
    }
    history.add(new Event(thread, clocks[thread][thread], write, site));
    return races;
  }

  private static void max(int[] into, int[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] = Math.max(into[i], from[i]);
    }
  }
}
