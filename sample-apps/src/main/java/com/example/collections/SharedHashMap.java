package com.example.collections;

import com.example.support.Threads;
import java.util.HashMap;
import java.util.Map;

// api-race: java.util.HashMap
/** One thread puts, one gets. */
public final class SharedHashMap {
  private static final Map<String, Integer> ages = new HashMap<>();

  private SharedHashMap() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> ages.put("anna", 42), // racy
        () -> System.out.println("age " + ages.get("anna"))); // racy
  }
}
