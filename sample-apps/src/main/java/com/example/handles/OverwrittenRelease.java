package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: data
/** Who reads a plain write learns nothing from the release before it. */
public final class OverwrittenRelease {
  private static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(OverwrittenRelease.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int flag;
  private int data;

  private OverwrittenRelease() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    OverwrittenRelease shared = new OverwrittenRelease();
    Threads.inOrder(
        () -> {
          shared.data = 42; // racy
          FLAG.setRelease(shared, 1);
        },
        () -> FLAG.setOpaque(shared, 2),
        () -> {
          if ((int) FLAG.getAcquire(shared) == 2) {
            System.out.println("data " + shared.data); // racy
          }
        });
  }
}
