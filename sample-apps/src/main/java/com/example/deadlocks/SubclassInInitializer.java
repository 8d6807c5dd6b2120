package com.example.deadlocks;

import com.example.support.Threads;

// lock-cycle: initialisation of $Base, initialisation of $Special
/** An initializer makes an object of a subclass, whose own waits for its superclass. */
public final class SubclassInInitializer {
  private SubclassInInitializer() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> System.out.println(new Base().name()),
        () -> System.out.println(new Special().name()));
  }

  private static class Base {
    static final Base USUAL = new Special();

    String name() {
      return "base";
    }
  }

  private static final class Special extends Base {
    static final String NAME = "special".trim(); // wants

    @Override
    String name() {
      return NAME;
    }
  }
}
