package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

// clean
/** The wrappers of Collections; iterated under their own lock. */
public final class SynchronizedWrapper {
  private SynchronizedWrapper() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    Map<Integer, Integer> map = Collections.synchronizedMap(new HashMap<>());
    Threads.Body body =
        () -> {
          for (int i = 0; i < 50; i++) {
            list.add(i);
            map.put(i, i);
          }
          int sum = 0;
          synchronized (list) {
            for (int number : list) {
              sum += number;
            }
          }
          if (sum < 1225) {
            System.out.println("lost elements");
          }
        };
    Threads.together(body, body);
    System.out.println(list.size() + " " + map.size());
  }
}
