package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

// race: data
/** To set the target of a mutable call site orders nothing by itself. */
public final class CallSiteNotSynced {
  private final MutableCallSite site = new MutableCallSite(number(0));
  private final MethodHandle invoker = site.dynamicInvoker();
  private int data;

  private CallSiteNotSynced() {}

  private static MethodHandle number(int value) {
    return MethodHandles.constant(int.class, value);
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    CallSiteNotSynced shared = new CallSiteNotSynced();
    Threads.inOrder(
        () -> {
          shared.data = 42; // racy
          shared.site.setTarget(number(1));
        },
        shared::look);
  }

  private void look() {
    try {
      int seen = (int) invoker.invokeExact();
      System.out.println((seen == 1 || seen == 0) + " " + data); // racy
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
