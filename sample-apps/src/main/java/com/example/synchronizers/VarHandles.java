package com.example.synchronizers;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// clean
/** A plain field published with release and acquire. */
public final class VarHandles {
  private static final VarHandle READY;

  static {
    try {
      READY = MethodHandles.lookup().findVarHandle(VarHandles.class, "ready", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int data;
  private boolean ready;

  private VarHandles() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    VarHandles shared = new VarHandles();
    Threads.together(
        () -> {
          shared.data = 42;
          READY.setRelease(shared, true);
        },
        () -> {
          while (!(boolean) READY.getAcquire(shared)) {
            Thread.onSpinWait();
          }
          System.out.println("data " + shared.data);
        });
  }
}
