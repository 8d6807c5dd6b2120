package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: data
/** A fence on one side alone orders nothing. */
public final class FencedOpaqueOnOneSide {
  private static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(FencedOpaqueOnOneSide.class, "flag", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int data;
  private boolean flag;

  private FencedOpaqueOnOneSide() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    FencedOpaqueOnOneSide shared = new FencedOpaqueOnOneSide();
    Threads.inOrder(
        () -> {
          shared.data = 42; // racy
          VarHandle.storeStoreFence();
          FLAG.setOpaque(shared, true);
        },
        () -> {
          boolean ready = (boolean) FLAG.getOpaque(shared);
          VarHandle.acquireFence();
          System.out.println(ready + " " + shared.data); // racy
        });
  }
}
