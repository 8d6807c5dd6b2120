package com.example.order.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Happens-before by full vector clocks and full histories: slow and plainly right. */
final class Clocks {
  private final int[][] threads;
  private final Map<String, int[]> objects = new HashMap<>();
  private final Map<Integer, List<Access>> histories = new HashMap<>();
  private final Set<String> races = new TreeSet<>();

  private record Access(int thread, int clock, boolean write) {
    String side() {
      return thread + (write ? "write" : "read");
    }
  }

  Clocks(int count) {
    threads = new int[count][count];
    for (int t = 0; t < count; t++) {
      threads[t][t] = 1;
    }
  }

  void release(int thread, String object) {
    max(objects.computeIfAbsent(object, o -> new int[threads.length]), threads[thread]);
    threads[thread][thread]++;
  }

  void acquire(int thread, String object) {
    int[] clock = objects.get(object);
    if (clock != null) {
      max(threads[thread], clock);
    }
  }

  void access(int thread, int variable, boolean write) {
    List<Access> history = histories.computeIfAbsent(variable, v -> new ArrayList<>());
    Access now = new Access(thread, threads[thread][thread], write);
    for (Access earlier : history) {
      if ((write || earlier.write)
          && earlier.thread != thread
          && threads[thread][earlier.thread] < earlier.clock) {
        races.add(Variables.NAMES[variable] + " " + earlier.side() + " " + now.side());
      }
    }
    history.add(now);
  }

  /** Each race: the member, and thread and operation of both sides, the earlier first. */
  Set<String> races() {
    return races;
  }

  private static void max(int[] into, int[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] = Math.max(into[i], from[i]);
    }
  }
}
