package com.example.language;

import com.example.support.Threads;

// race: Base.count
/** The field is named by the class that declares it, whoever touches it. */
public final class Inherited {
  private Inherited() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Derived derived = new Derived();
    Threads.inOrder(
        () -> derived.count = 1, // racy
        derived::add);
    System.out.println("count " + derived.count);
  }

  private static class Base {
    protected int count;
  }

  private static final class Derived extends Base {
    void add() {
      count++; // racy
    }
  }
}
