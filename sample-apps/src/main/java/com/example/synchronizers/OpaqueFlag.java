package com.example.synchronizers;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: data
/** Opaque access is atomic but orders nothing else. */
public final class OpaqueFlag {
  private static final VarHandle READY;

  static {
    try {
      READY = MethodHandles.lookup().findVarHandle(OpaqueFlag.class, "ready", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int data;
  private boolean ready;

  private OpaqueFlag() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OpaqueFlag shared = new OpaqueFlag();
    Threads.inOrder(
        () -> {
          shared.data = 42; // racy
          READY.setOpaque(shared, true);
        },
        () -> {
          if ((boolean) READY.getOpaque(shared)) {
            System.out.println("data " + shared.data); // racy
          }
        });
  }
}
