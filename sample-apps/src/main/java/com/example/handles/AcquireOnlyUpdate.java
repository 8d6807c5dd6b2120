package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: data
/** An update in acquire mode releases nothing, though it won. */
public final class AcquireOnlyUpdate {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(AcquireOnlyUpdate.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int state;
  private int data;

  private AcquireOnlyUpdate() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    AcquireOnlyUpdate shared = new AcquireOnlyUpdate();
    Threads.inOrder(
        () -> {
          shared.data = 42; // racy
          STATE.compareAndExchangeAcquire(shared, 0, 1);
        },
        () -> {
          if ((int) STATE.getVolatile(shared) == 1) {
            System.out.println("data " + shared.data); // racy
          }
        });
  }
}
