package com.example.programs;

import java.io.File;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/** Signals, an uncaught exception, hooks of the shutdown, and the end by one of these. */
public final class AtExit {
  private static int steps;

  private AtExit() {}

  /** The argument says how it ends. */
  public static void main(String[] args) throws Exception {
    CountDownLatch got = new CountDownLatch(1);
    Signal.handle(
        new Signal("USR2"),
        signal -> {
          System.out.println(signal.getName() + " in " + Thread.currentThread().getName());
          got.countDown();
        });
    Signal.raise(new Signal("USR2"));
    got.await();
    File file = File.createTempFile("at-exit", ".txt");
    file.deleteOnExit();
    Thread hook =
        new Thread(
            () -> {
              steps++;
              System.out.println("hook " + steps + " " + Thread.currentThread().getName());
              System.out.println(file.exists() + " " + Thread.currentThread().isInterrupted());
              try {
                Runtime.getRuntime().addShutdownHook(new Thread());
              } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    System.out.println(Runtime.getRuntime().removeShutdownHook(new Thread()));
    Thread failing =
        new Thread(
            () -> {
              steps++;
              throw new IllegalStateException("uncaught");
            },
            "failing");
    failing.setUncaughtExceptionHandler(
        (thread, thrown) -> System.out.println(thread.getName() + " " + thrown));
    failing.start();
    failing.join();
    switch (args[0]) {
      case "exit" -> System.exit(7);
      case "halt" -> Runtime.getRuntime().halt(8);
      case "throw" -> throw new IllegalArgumentException("out of main");
      case "term" -> {
        Signal.raise(new Signal("TERM"));
        Thread.currentThread().join();
      }
      default -> System.out.println("falls off the end");
    }
  }
}
