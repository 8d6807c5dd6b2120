package com.example.order;

/** Waits until a thread waits; the agent does not see it. */
public final class BlockedRwIgnored {
  private static final long DEADLINE_NANOS = 30_000_000_000L;

  private BlockedRwIgnored() {}

  /** Returns when the thread waits for something. */
  public static void await(Thread thread) {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (thread.getState() != Thread.State.WAITING) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(thread + " never waited");
      }
      Thread.yield();
    }
  }
}
