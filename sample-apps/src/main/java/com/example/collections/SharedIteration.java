package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.List;

// api-race: java.util.ArrayList
/** One thread adds, one iterates. */
public final class SharedIteration {
  private SharedIteration() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    List<String> names = new ArrayList<>();
    Threads.inOrder(
        () -> names.add("anna"), // racy
        () -> {
          for (String name : names) { // racy
            System.out.println(name);
          }
        });
  }
}
