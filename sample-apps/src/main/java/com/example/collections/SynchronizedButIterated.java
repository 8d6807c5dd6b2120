package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

// api-race: java.util.ArrayList
// api-race: java.util.LinkedHashSet
// api-race: java.util.HashMap
// api-race: java.util.TreeMap
/** The methods of a synchronized wrapper lock, its iterators and streams do not. */
public final class SynchronizedButIterated {
  private static final List<Integer> list =
      Collections.synchronizedList(new ArrayList<>(List.of(1, 2, 3)));
  private static final Set<Integer> set =
      Collections.synchronizedSet(new LinkedHashSet<>(List.of(1, 2, 3)));
  private static final Map<Integer, String> map =
      Collections.synchronizedMap(new HashMap<>(Map.of(1, "a")));
  private static final Map<Integer, String> sorted =
      Collections.synchronizedSortedMap(new TreeMap<>(Map.of(1, "a")));

  private SynchronizedButIterated() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    int[] sum = new int[1];
    Threads.inOrder(
        () -> {
          for (int value : list) { // racy
            sum[0] += value;
          }
          sum[0] += set.iterator().next(); // racy
          sum[0] += map.keySet().iterator().next(); // racy
          sum[0] += (int) sorted.values().stream().filter(String::isEmpty).count(); // racy
        },
        () -> {
          list.add(4); // racy
          set.remove(1); // racy
          map.put(4, "d"); // racy
          sorted.keySet().remove(1); // racy
        });
    System.out.println("sum " + sum[0]);
  }
}
