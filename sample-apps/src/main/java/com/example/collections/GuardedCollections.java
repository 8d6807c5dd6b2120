package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;

// clean
/** Unsafe collections under a lock, and collections with a lock of their own. */
public final class GuardedCollections {
  private GuardedCollections() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Integer> map = new HashMap<>();
    List<Integer> list = new ArrayList<>();
    Vector<Integer> vector = new Vector<>();
    Hashtable<String, Integer> table = new Hashtable<>();
    StringBuffer buffer = new StringBuffer();
    Threads.Body body =
        () -> {
          for (int i = 0; i < 100; i++) {
            synchronized (map) {
              map.merge("sum", i, Integer::sum);
              list.add(i);
            }
            vector.add(i);
            table.merge("sum", i, Integer::sum);
            buffer.append('x');
          }
        };
    Threads.together(body, body);
    System.out.println(map + " " + list.size() + " " + vector.size() + " " + table);
    System.out.println(buffer.length());
  }
}
