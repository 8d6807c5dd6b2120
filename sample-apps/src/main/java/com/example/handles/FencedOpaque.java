package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// clean
/** A fence on either side makes an order of opaque accesses. */
public final class FencedOpaque {
  private static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(FencedOpaque.class, "flag", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int data;
  private boolean flag;

  private FencedOpaque() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    FencedOpaque shared = new FencedOpaque();
    Threads.inOrder(
        () -> {
          shared.data = 42;
          VarHandle.releaseFence();
          FLAG.setOpaque(shared, true);
        },
        () -> {
          boolean ready = (boolean) FLAG.getOpaque(shared);
          VarHandle.acquireFence();
          System.out.println(ready + " " + shared.data);
        });
  }
}
