package com.example.collections;

import com.example.support.Threads;
import java.util.Map;
import java.util.WeakHashMap;

// api-race: java.util.WeakHashMap
/** Even get writes here: it drops the entries whose keys are gone. */
public final class SharedWeakHashMap {
  private SharedWeakHashMap() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Map<String, String> map = new WeakHashMap<>();
    map.put("key", "value");
    Threads.inOrder(
        () -> System.out.println(map.get("key")), // racy
        () -> System.out.println(map.get("key"))); // racy
  }
}
