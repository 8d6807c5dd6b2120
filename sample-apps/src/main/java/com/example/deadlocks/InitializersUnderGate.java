package com.example.deadlocks;

import com.example.support.Threads;

// clean
/** Initializers in a circle, kept apart by a lock that all who use the classes hold. */
public final class InitializersUnderGate {
  private static final Object gate = new Object();

  private InitializersUnderGate() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          synchronized (gate) {
            System.out.println(new Left().name());
          }
        },
        () -> {
          synchronized (gate) {
            System.out.println(new Right().name());
          }
        });
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
