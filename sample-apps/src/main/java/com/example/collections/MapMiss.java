package com.example.collections;

import com.example.support.Threads;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

// race: data
/** A get that finds nothing is ordered after nothing. */
public final class MapMiss {
  private static final Map<String, String> map = new ConcurrentHashMap<>();
  private static int data;

  private MapMiss() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          data = 1; // racy
          map.put("key", "value");
        },
        () -> {
          if (map.get("other") == null) {
            data += 2; // racy
          }
        });
    System.out.println("data " + data);
  }
}
