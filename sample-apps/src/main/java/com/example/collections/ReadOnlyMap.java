package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

// clean
/** Filled before the threads start; they only read. */
public final class ReadOnlyMap {
  private ReadOnlyMap() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Integer> ages = new HashMap<>();
    List<String> names = new ArrayList<>();
    ages.put("anna", 42);
    names.add("anna");
    Threads.Body read =
        () -> {
          for (String name : names) {
            System.out.println(name + " " + ages.get(name) + " " + ages.containsKey(name));
          }
        };
    Threads.inOrder(read, read);
  }
}
