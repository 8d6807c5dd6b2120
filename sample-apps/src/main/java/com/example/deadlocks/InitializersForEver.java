package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// hangs
// deadlock: initialisation of $Left, initialisation of $Right
/** Each of two threads runs one initializer and waits for the other. */
public final class InitializersForEver {
  private static final OrderRwIgnored order = new OrderRwIgnored();

  private InitializersForEver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(
        () -> System.out.println(new Left().name()), () -> System.out.println(new Right().name()));
  }

  private static void meet() {
    order.step();
    order.await(2);
  }

  private static final class Left {
    static final String OTHER;

    static {
      meet();
      OTHER = new Right().name(); // wants
    }

    String name() {
      return "left";
    }
  }

  private static final class Right {
    static final String OTHER;

    static {
      meet();
      OTHER = new Left().name(); // wants
    }

    String name() {
      return "right";
    }
  }
}
