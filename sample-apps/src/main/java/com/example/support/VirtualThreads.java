package com.example.support;

/** Virtual threads by reflection, since the samples are compiled for JDK 17. */
public final class VirtualThreads {
  private VirtualThreads() {}

  /**
   * Starts a virtual thread.
   *
   * @throws IllegalStateException on a JDK that has none
   */
  public static Thread start(Runnable task) {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no virtual threads here", e);
    }
  }
}
