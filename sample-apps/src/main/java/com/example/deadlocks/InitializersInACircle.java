package com.example.deadlocks;

import com.example.support.Threads;

// lock-cycle: initialisation of $Left, initialisation of $Right
/** Two initializers use one another's class: who comes first to the one, who to the other? */
public final class InitializersInACircle {
  private InitializersInACircle() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> System.out.println(new Left().name()), () -> System.out.println(new Right().name()));
  }

  private static final class Left { // wants
    static final String OTHER = new Right().name();

    String name() {
      return "left";
    }
  }

  private static final class Right {
    static final String OTHER = new Left().name(); // wants

    String name() {
      return "right";
    }
  }
}
