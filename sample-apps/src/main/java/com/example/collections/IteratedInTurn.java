package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;

// clean
/** The same under a lock; many readers at once; and what locks by itself. */
public final class IteratedInTurn {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static final Map<Integer, String> byAccess = new LinkedHashMap<>(16, 0.75f, true);
  private static final TreeSet<Integer> fixed = new TreeSet<>(List.of(3, 1, 2));
  private static final List<Integer> locked = Collections.synchronizedList(new ArrayList<>());
  private static final Properties properties = new Properties();
  private static final Random random = new Random(42);

  private IteratedInTurn() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      byAccess.put(i, "v" + i);
    }
    int[] sums = new int[4];
    Threads.Body[] bodies = new Threads.Body[4];
    for (int i = 0; i < bodies.length; i++) {
      int at = i;
      bodies[i] = () -> sums[at] = work(at);
    }
    Threads.together(bodies);
    System.out.println("sum " + (sums[0] + sums[1] + sums[2] + sums[3]) + " " + locked.size());
  }

  private static int work(int number) {
    int sum = 0;
    synchronized (list) {
      list.add(number);
      for (int value : list) {
        sum += value > 3 ? 0 : 1;
      }
      list.removeIf(value -> value == number);
      list.add(1);
    }
    sum = byAccess.containsKey(number) ? 10 : 20; // in access order, only get moves an entry
    for (int value : fixed) {
      sum += value;
    }
    sum += fixed.stream().mapToInt(Integer::intValue).sum() + fixed.headSet(3).size();
    locked.add(number);
    synchronized (locked) {
      for (int value : locked) {
        sum += value - value;
      }
    }
    properties.setProperty("key" + number, "value");
    random.nextInt();
    Map<Integer, Integer> own = new HashMap<>();
    own.put(number, number);
    own.entrySet().iterator().next().setValue(5);
    return sum + properties.getProperty("key" + number).length();
  }
}
