package com.example.threads;

// clean
/** What ran before the end of the program happens before its hooks. */
public final class ShutdownHook {
  private static int written;

  private ShutdownHook() {}

  /** Starts here. */
  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(ShutdownHook::last));
    written = 42;
  }

  private static void last() {
    System.out.println("written " + written);
  }
}
