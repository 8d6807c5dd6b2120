package com.example.deadlocks;

import com.example.support.Threads;

// clean
/** Initializers in a circle, but only one thread ever uses the classes. */
public final class InitializersOfOneThread {
  private InitializersOfOneThread() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          System.out.println(new Left().name());
          System.out.println(new Right().name());
        },
        () -> System.out.println("uses neither"));
  }

  private static final class Left {
    static final String OTHER = new Right().name();

    String name() {
      return "left";
    }
  }

  private static final class Right {
    static final String OTHER = new Left().name();

    String name() {
      return "right";
    }
  }
}
