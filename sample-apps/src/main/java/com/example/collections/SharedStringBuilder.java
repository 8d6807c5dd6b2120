package com.example.collections;

import com.example.support.Threads;

// api-race: java.lang.StringBuilder
/** Two threads append to one builder. */
public final class SharedStringBuilder {
  private SharedStringBuilder() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    StringBuilder text = new StringBuilder();
    Threads.inOrder(
        () -> text.append("one "), // racy
        () -> text.append("two")); // racy
    System.out.println(text);
  }
}
