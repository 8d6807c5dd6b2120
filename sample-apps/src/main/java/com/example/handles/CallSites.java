package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.SwitchPoint;
import java.lang.invoke.VolatileCallSite;

// clean
/** What was done before a call site changed is there for those who call through it afterwards. */
public final class CallSites {
  private final VolatileCallSite ready = new VolatileCallSite(number(0));
  private final MutableCallSite synced = new MutableCallSite(number(0));
  private final MethodHandle invoker = synced.dynamicInvoker();
  private final SwitchPoint valid = new SwitchPoint();
  private final MethodHandle guarded = valid.guardWithTest(number(1), number(2));
  private int byVolatile;
  private int bySync;
  private int bySwitch;

  private CallSites() {}

  private static MethodHandle number(int value) {
    return MethodHandles.constant(int.class, value);
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    CallSites shared = new CallSites();
    Threads.inOrder(shared::change, shared::look);
  }

  private void change() {
    byVolatile = 42;
    ready.setTarget(number(1));
    bySync = 43;
    synced.setTarget(number(1));
    MutableCallSite.syncAll(new MutableCallSite[] {synced});
    bySwitch = 44;
    SwitchPoint.invalidateAll(new SwitchPoint[] {valid});
  }

  private void look() {
    try {
      System.out.println((int) ready.getTarget().invokeExact() + " " + byVolatile);
      System.out.println((int) invoker.invokeExact() + " " + bySync);
      System.out.println((int) guarded.invokeExact() + " " + bySwitch);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
