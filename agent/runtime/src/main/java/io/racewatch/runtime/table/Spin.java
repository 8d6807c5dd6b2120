package io.racewatch.runtime.table;

import jdk.internal.vm.annotation.DontInline;

/** How a thread waits for another that holds a spin lock for some nanoseconds. */
public final class Spin {
  /** Turns after which it is likely that the other thread is not running. */
  private static final int LONG = 128;

  private static final Class<?> VIRTUAL = virtualClass();

  private Spin() {}

  /**
   * One turn of waiting. Parks nothing and calls nothing that is observed; a platform thread that
   * has waited long lets others run, for the holder may have lost its processor.
   *
   * @param turn how many turns were waited before
   */
  @DontInline
  public static void pause(int turn) {
    Thread.onSpinWait();
    if (turn % LONG == LONG - 1 && !isVirtual(Thread.currentThread())) {
      Thread.yield();
    }
  }

  /** Whether it is a virtual thread. */
  public static boolean isVirtual(Thread thread) {
    return VIRTUAL != null && VIRTUAL.isInstance(thread);
  }

  private static Class<?> virtualClass() {
    try {
      return Class.forName("java.lang.BaseVirtualThread", false, null);
    } catch (ClassNotFoundException before21) {
      return null;
    }
  }
}
