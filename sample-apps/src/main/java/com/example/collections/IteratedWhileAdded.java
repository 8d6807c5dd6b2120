package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

// api-race: java.util.ArrayList
// api-race: java.util.HashSet
// api-race: java.util.TreeMap
// api-race: java.util.LinkedHashMap
/** Iterators, views and streams lead to the collection behind them. */
public final class IteratedWhileAdded {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static final Set<Integer> set = new HashSet<>(List.of(1, 2, 3));
  private static final TreeMap<Integer, String> tree = new TreeMap<>(Map.of(1, "a", 2, "b"));
  private static final Map<Integer, String> map = new LinkedHashMap<>(Map.of(1, "a"));

  private IteratedWhileAdded() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    var values = list.iterator();
    var elements = set.iterator();
    var keys = tree.keySet();
    var stream = map.values().stream();
    int[] sum = new int[1];
    Threads.inOrder(
        () -> {
          sum[0] += values.next(); // racy
          sum[0] += elements.next(); // racy
          keys.remove(1); // racy
          sum[0] += (int) stream.filter(String::isEmpty).count(); // racy
        },
        () -> {
          list.add(4); // racy
          set.add(4); // racy
          tree.put(4, "d"); // racy
          map.put(4, "d"); // racy
        });
    System.out.println("sum " + sum[0]);
  }
}
