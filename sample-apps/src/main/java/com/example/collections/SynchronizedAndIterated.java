package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

// clean
/** Synchronized wrappers as they are meant to be used, from threads that know nothing else. */
public final class SynchronizedAndIterated {
  private static final List<Integer> list =
      Collections.synchronizedList(new ArrayList<>(List.of(1, 2, 3)));
  private static final Map<Integer, String> map =
      Collections.synchronizedMap(new HashMap<>(Map.of(1, "a")));
  private static int sum;

  private SynchronizedAndIterated() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        SynchronizedAndIterated::change,
        () -> {
          synchronized (list) {
            for (int value : list) {
              sum += value;
            }
          }
          Set<Integer> keys = map.keySet();
          synchronized (map) {
            for (int key : keys) {
              sum += key;
            }
            map.put(9, "i");
          }
          list.forEach(value -> sum += value);
          change();
        });
    System.out.println("sum " + sum);
  }

  private static void change() {
    list.add(4);
    list.get(0);
    list.removeIf(value -> value > 3);
    list.sort(null);
    map.put(4, "d");
    map.merge(4, "e", String::concat);
    map.values().remove("a");
    map.keySet().contains(4);
    list.size();
  }
}
