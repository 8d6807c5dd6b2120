package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

// api-race: java.util.ArrayList
/** A synchronized list is not safe to iterate without its lock. */
public final class UnlockedIteration {
  private UnlockedIteration() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    Threads.inOrder(
        () -> names.add("anna"), // racy
        () -> {
          for (String name : names) { // racy
            System.out.println(name);
          }
        });
  }
}
