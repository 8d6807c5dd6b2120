package com.example.threads;

// race: written
/** Hooks run at once: nothing orders them among each other. */
public final class ShutdownHooks {
  private static int written;

  private ShutdownHooks() {}

  /** Starts here. */
  public static void main(String[] args) {
    written = 1;
    Runtime.getRuntime().addShutdownHook(new Thread(ShutdownHooks::one));
    Runtime.getRuntime().addShutdownHook(new Thread(ShutdownHooks::other));
    System.out.println("hooks 2");
  }

  private static void one() {
    written = 2; // racy
  }

  private static void other() {
    written = 3; // racy
  }
}
