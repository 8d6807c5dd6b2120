package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Happens-before by full vector clocks and full histories: slow and plainly right, the witness
 * against which the real detector is held.
 */
final class ReferenceDetector {
  private final int threads;
  private final int[][] clocks;
  private final Map<Object, int[]> objects = new HashMap<>();
  private final Map<Integer, List<Event>> histories = new HashMap<>();
  private final Map<Integer, Event> bySite = new HashMap<>();
  private final List<Set<Object>> held = new ArrayList<>();

  /** An access; {@code stamped} is the lock whose writers make it void, or null. */
  private record Event(
      int thread, int clock, int[] knows, boolean write, int site, Object stamped) {}

  ReferenceDetector(int threads) {
    this.threads = threads;
    this.clocks = new int[threads][threads];
    for (int t = 0; t < threads; t++) {
      clocks[t][t] = 1;
      held.add(new HashSet<>());
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

  /** From now on its writes make optimistic reads under that lock void, or no longer. */
  void holds(int thread, Object stamped, boolean now) {
    if (now) {
      held.get(thread).add(stamped);
    } else {
      held.get(thread).remove(stamped);
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
    for (Event e : List.copyOf(history)) {
      boolean conflict = (write || e.write) && e.thread != thread;
      if (conflict && clocks[thread][e.thread] < e.clock) {
        if (e.stamped != null && held.get(thread).contains(e.stamped)) {
          history.remove(e); // nobody uses what it read
        } else {
          races.add(e.site);
        }
      }
    }
    add(thread, history, write, site, null);
    return races;
  }

  /** A read that nobody uses; but whoever writes without the lock cannot know that. */
  void voidRead(int thread, int variable, int site, Object stamped) {
    List<Event> history = histories.computeIfAbsent(variable, v -> new ArrayList<>());
    add(thread, history, false, site, stamped);
    clocks[thread][thread]++;
  }

  private void add(int thread, List<Event> history, boolean write, int site, Object stamped) {
    int[] knows = clocks[thread].clone();
    Event event = new Event(thread, knows[thread], knows, write, site, stamped);
    history.add(event);
    bySite.put(site, event);
  }

  /** Whether the first access came before the second by some chain of orders. */
  boolean ordered(int earlier, int later) {
    Event a = bySite.get(earlier);
    Event b = bySite.get(later);
    return b.knows[a.thread] >= a.clock;
  }

  boolean sameThread(int site, int other) {
    return bySite.get(site).thread == bySite.get(other).thread;
  }

  /** All accesses so far, by their sites. */
  Collection<Integer> sites() {
    return bySite.keySet();
  }

  private static void max(int[] into, int[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] = Math.max(into[i], from[i]);
    }
  }
}
