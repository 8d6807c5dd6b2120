package com.example.threads;

// clean
/** The handler of an uncaught exception runs before the thread ends. */
public final class Uncaught {
  private static String message;

  private Uncaught() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    thread.setUncaughtExceptionHandler((dead, cause) -> message = cause.getMessage());
    thread.start();
    thread.join();
    System.out.println(message);
  }
}
