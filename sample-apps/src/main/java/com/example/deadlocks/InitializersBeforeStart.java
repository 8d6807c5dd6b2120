package com.example.deadlocks;

import com.example.support.Threads;

// clean
/** Initializers in a circle, run before the other thread is started. */
public final class InitializersBeforeStart {
  private InitializersBeforeStart() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    System.out.println(new Left().name());
    Threads.together(() -> System.out.println(new Right().name()));
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
