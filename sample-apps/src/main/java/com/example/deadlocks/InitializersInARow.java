package com.example.deadlocks;

import com.example.support.Threads;

// clean
/** One initializer uses another class, which uses none; it calls itself, too. */
public final class InitializersInARow {
  private InitializersInARow() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> System.out.println(new Left().name()), () -> System.out.println(new Right().name()));
  }

  private static final class Left {
    static final String OTHER = new Right().name();
    static final String OWN = new Left().name(); // by its own thread: waits for nobody

    String name() {
      return "left";
    }
  }

  private static final class Right {
    static final String UPPER = "right".toUpperCase(java.util.Locale.ROOT);

    String name() {
      return UPPER;
    }
  }
}
