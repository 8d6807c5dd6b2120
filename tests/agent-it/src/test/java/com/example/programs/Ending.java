package com.example.programs;

import com.example.support.Threads;
import java.util.concurrent.CountDownLatch;

/** Ends in all ways; the first argument says whether it races, the second how, then the code. */
public final class Ending {
  private static int value;

  private Ending() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    if (args[0].equals("race")) {
      Threads.inOrder(() -> value = 1, () -> value = 2);
    } else {
      Threads.inOrder(Ending::add, Ending::add);
    }
    System.out.println("worked");
    end(args[1], args.length > 2 ? Integer.parseInt(args[2]) : 0);
  }

  private static synchronized void add() {
    value++;
  }

  private static void end(String how, int code) throws InterruptedException {
    switch (how) {
      case "exit" -> System.exit(code);
      case "halt" -> Runtime.getRuntime().halt(code);
      case "throw" -> throw new IllegalStateException("on purpose");
      case "hook" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(code)));
        System.exit(0);
      }
      case "parallel" -> Threads.together(() -> System.exit(code), () -> System.exit(code));
      case "wait" -> {
        System.out.println("waiting");
        new CountDownLatch(1).await();
      }
      default -> System.out.println("returning");
    }
  }
}
