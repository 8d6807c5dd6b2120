package com.example.collections;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.List;

// api-race: java.util.ArrayList
/** Two threads add to one list. */
public final class SharedArrayList {
  private SharedArrayList() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    List<String> names = new ArrayList<>();
    Threads.inOrder(
        () -> names.add("anna"), // racy
        () -> names.add("bert")); // racy
    System.out.println(names);
  }
}
