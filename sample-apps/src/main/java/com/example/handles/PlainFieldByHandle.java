package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: count
/** One side by a field instruction, the other by a handle. */
public final class PlainFieldByHandle {
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(PlainFieldByHandle.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int count;

  private PlainFieldByHandle() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    PlainFieldByHandle shared = new PlainFieldByHandle();
    Threads.inOrder(
        () -> {
          shared.count = 1; // racy
        },
        () -> {
          int now = (int) COUNT.get(shared); // racy
          System.out.println("count " + now);
        });
  }
}
