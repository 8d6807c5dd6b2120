package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// clean
/** An update goes on with the release that it found. */
public final class ReleaseChain {
  private static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(ReleaseChain.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int flag;
  private int data;

  private ReleaseChain() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ReleaseChain shared = new ReleaseChain();
    Threads.inOrder(
        () -> {
          shared.data = 42;
          FLAG.setRelease(shared, 1);
        },
        () -> FLAG.getAndAddAcquire(shared, 1),
        () -> {
          if ((int) FLAG.getAcquire(shared) == 2) {
            System.out.println("data " + shared.data);
          }
        });
  }
}
